import {
  type ReactNode,
  type Ref,
  type TextareaHTMLAttributes,
  useImperativeHandle,
  useLayoutEffect,
  useRef,
} from 'react';
import { Field, type FieldProps } from './Field';
import classes from './fields.module.css';

export interface TextareaProps extends TextareaHTMLAttributes<HTMLTextAreaElement>, FieldProps {
  ref?: Ref<HTMLTextAreaElement>;
  /** Grows with the text, between these. */
  autosize?: boolean;
  minRows?: number;
  maxRows?: number;
  /** Shown in its place, e.g. a preview of it. */
  instead?: ReactNode;
}

/** Several lines of text. */
export function Textarea({ className, autosize, minRows = 2, maxRows, instead, ref, ...props }: TextareaProps) {
  const { label, description, error, required, bar, ...input } = props;
  const area = useRef<HTMLTextAreaElement>(null);
  useImperativeHandle(ref, () => area.current as HTMLTextAreaElement);
  useLayoutEffect(() => {
    // most browsers do this by the sheet
    if (!autosize || !area.current || globalThis.CSS?.supports?.('field-sizing', 'content')) return;
    area.current.style.height = 'auto';
    area.current.style.height = `${area.current.scrollHeight + 2}px`;
  }, [autosize, input.value]);
  return (
    <Field {...{ label, description, error, required, bar, className }}>
      {(ties) =>
        instead ? (
          <div className={classes.instead}>{instead}</div>
        ) : (
          <textarea
            rows={minRows}
            {...input}
            {...ties}
            ref={area}
            className={classes.input}
            data-autosize={autosize || undefined}
            style={{ minHeight: `calc(${minRows}lh + 20px)`, maxHeight: maxRows && `calc(${maxRows}lh + 20px)` }}
          />
        )
      }
    </Field>
  );
}
