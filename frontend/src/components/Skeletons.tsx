import { useLingui } from '@lingui/react/macro';
import classes from './Skeletons.module.css';

interface Props {
  /** How many rows of the final height. */
  rows?: number;
  height?: number;
}

/** Room for what is being read, of its final size. Appears only after a moment: quick answers show nothing. */
export function Skeletons({ rows = 3, height = 92 }: Props) {
  const { t } = useLingui();
  return (
    <div role="status" aria-label={t`Loading`} className={classes.list}>
      {Array.from({ length: rows }, (_, row) => (
        <div key={row} className={classes.bone} style={{ height }} />
      ))}
    </div>
  );
}
