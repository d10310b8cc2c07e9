import classes from './Honours.module.css';

interface Props {
  /** What it is of, for screen readers. */
  label: string;
  value: number;
  from?: number;
  to: number;
}

/** How far something has come. What it says stands beside it in words. */
export function Progress({ label, value, from = 0, to }: Props) {
  const share = Math.min(1, Math.max(0, (value - from) / (to - from)));
  return (
    <div
      role="progressbar"
      aria-label={label}
      aria-valuemin={from}
      aria-valuemax={to}
      aria-valuenow={Math.min(value, to)}
      className={classes.bar}
    >
      <span style={{ width: `${share * 100}%` }} />
    </div>
  );
}
