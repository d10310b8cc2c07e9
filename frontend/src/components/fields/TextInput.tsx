import type { InputHTMLAttributes, ReactNode, Ref } from 'react';
import { Field, type FieldProps } from './Field';
import classes from './fields.module.css';

export interface TextInputProps extends InputHTMLAttributes<HTMLInputElement>, FieldProps {
  ref?: Ref<HTMLInputElement>;
  /** Inside the box, before and after the text. */
  leftSection?: ReactNode;
  rightSection?: ReactNode;
}

/** One line of text. */
export function TextInput({ className, leftSection, rightSection, ...props }: TextInputProps) {
  const { label, description, error, required, ...input } = props;
  return (
    <Field {...{ label, description, error, required, className }}>
      {(ties) => (
        <span className={classes.box} data-left={!!leftSection || undefined} data-right={!!rightSection || undefined}>
          {leftSection && <span className={classes.left}>{leftSection}</span>}
          <input type="text" {...input} {...ties} className={classes.input} />
          {rightSection && <span className={classes.right}>{rightSection}</span>}
        </span>
      )}
    </Field>
  );
}
