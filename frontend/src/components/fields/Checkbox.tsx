import { type InputHTMLAttributes, type ReactNode, useId } from 'react';
import classes from './fields.module.css';

interface Props extends InputHTMLAttributes<HTMLInputElement> {
  label: ReactNode;
  error?: ReactNode;
}

/** Yes or no. */
export function Checkbox({ label, error, className, ...input }: Props) {
  const id = useId();
  return (
    <div className={className}>
      <label className={classes.check}>
        <input
          type="checkbox"
          {...input}
          aria-invalid={error ? true : undefined}
          aria-describedby={error ? id : undefined}
        />
        <span>{label}</span>
      </label>
      {error && (
        <span id={id} className={classes.error}>
          {error}
        </span>
      )}
    </div>
  );
}

/** The same, for what takes effect at once. */
export const Switch = (props: Props) => <Checkbox role="switch" {...props} />;

interface GroupProps<Value extends string> {
  label: string;
  error?: ReactNode;
  data: { value: Value; label: string }[];
  value: Value[];
  onChange: (value: Value[]) => void;
  'data-path'?: string;
}

/** Any of a few. */
export function CheckboxGroup<Value extends string>(props: GroupProps<Value>) {
  const { label, error, data, value, onChange, 'data-path': path } = props;
  return (
    <fieldset className={classes.group}>
      <legend className={classes.label}>{label}</legend>
      {data.map((option, index) => (
        <Checkbox
          key={option.value}
          label={option.label}
          // where the focus goes when something is wrong
          data-path={index === 0 ? path : undefined}
          checked={value.includes(option.value)}
          onChange={({ currentTarget: { checked } }) =>
            onChange(
              data.map((each) => each.value).filter((each) => (each === option.value ? checked : value.includes(each))),
            )
          }
        />
      ))}
      {error && <span className={classes.error}>{error}</span>}
    </fieldset>
  );
}
