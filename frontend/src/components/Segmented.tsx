import classes from './Segmented.module.css';

interface Props<T extends string> {
  /** What is chosen here, for screen readers. */
  label: string;
  value: T;
  options: readonly (readonly [value: T, name: string])[];
  onChange: (value: T) => void;
}

/** One choice of a few, all in view: the order of a list. */
export const Segmented = <T extends string>({ label, value, options, onChange }: Props<T>) => (
  <div role="group" aria-label={label} className={classes.group}>
    {options.map(([option, name]) => (
      <button key={option} type="button" aria-pressed={option === value} onClick={() => onChange(option)}>
        {name}
      </button>
    ))}
  </div>
);
