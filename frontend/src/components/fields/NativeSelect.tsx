import type { SelectHTMLAttributes } from 'react';
import { Field, type FieldProps } from './Field';
import classes from './fields.module.css';

interface Props extends Omit<SelectHTMLAttributes<HTMLSelectElement>, 'size'>, FieldProps {
  data: (string | { value: string; label: string })[];
}

/** One of a few: the browser's own list, which every device knows how to show. */
export function NativeSelect({ data, className, ...props }: Props) {
  const { label, description, error, required, ...select } = props;
  return (
    <Field {...{ label, description, error, required, className }}>
      {(ties) => (
        <select {...select} {...ties} className={classes.input}>
          {data
            .map((option) => (typeof option === 'string' ? { value: option, label: option } : option))
            .map(({ value, label: text }) => (
              <option key={value} value={value}>
                {text}
              </option>
            ))}
        </select>
      )}
    </Field>
  );
}
