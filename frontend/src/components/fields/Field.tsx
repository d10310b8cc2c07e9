import { type ReactNode, useId } from 'react';
import classes from './fields.module.css';

/** What every field of a form may be given. */
export interface FieldProps {
  label?: ReactNode;
  description?: ReactNode;
  error?: ReactNode;
  required?: boolean;
  /** Tools, between what it is for and the input. */
  bar?: ReactNode;
}

/** What ties an input to its label and to the texts about it. */
interface Ties {
  id: string;
  required?: boolean;
  'aria-invalid'?: true;
  'aria-describedby'?: string;
}

interface Props extends FieldProps {
  className?: string;
  children: (ties: Ties) => ReactNode;
}

/** An input with its label, what it is for, and what is wrong with it. */
export function Field({ label, description, error, required, bar, className, children }: Props) {
  const id = useId();
  const described = [description && `${id}-d`, error && `${id}-e`].filter(Boolean).join(' ');
  return (
    <div className={`${classes.field} ${className ?? ''}`}>
      {label && (
        <label htmlFor={id} className={classes.label}>
          {label}
          {required && (
            <span aria-hidden className={classes.star}>
              {' *'}
            </span>
          )}
        </label>
      )}
      {description && (
        <span id={`${id}-d`} className={classes.description}>
          {description}
        </span>
      )}
      {bar}
      {children({ id, required, 'aria-invalid': error ? true : undefined, 'aria-describedby': described || undefined })}
      {error && (
        <span id={`${id}-e`} className={classes.error}>
          {error}
        </span>
      )}
    </div>
  );
}
