import { Trans, useLingui } from '@lingui/react/macro';
import { type CSSProperties, type ReactNode, useState } from 'react';
import { Button } from '@/components/Button';
import { useFormat } from '@/lib/format';
import { type Range, useRuleNames } from './fair-play';
import classes from './FairPlay.module.css';

/** Shown at once. */
const FEW = 10;

interface Props {
  title: string;
  lead: string;
  /** What the first column is about, and the second counts. */
  of: string;
  counted: string;
  rows: (Range & { id: string; name: ReactNode })[];
}

/** From the lowest to what is counted; the numbers beside it say the same. */
const Bar = ({ counted, lowest, most }: Pick<Range, 'counted' | 'lowest'> & { most: number }) => (
  <span
    className={classes.bar}
    aria-hidden
    style={{ '--sure': `${(lowest / most) * 100}%`, '--all': `${(counted / most) * 100}%` } as CSSProperties}
  />
);

function Row({ row, most }: { row: Props['rows'][number]; most: number }) {
  const format = useFormat();
  const names = useRuleNames();
  const { name, place, lowestPlace, counted, lowest, questioned } = row;
  return (
    <tr>
      <td>
        {place === lowestPlace ? (
          place
        ) : (
          <Trans>
            {place} to {lowestPlace}
          </Trans>
        )}
      </td>
      <th scope="row">{name}</th>
      <td>
        {format.number(counted)}
        <Bar counted={counted} lowest={lowest} most={most} />
      </td>
      <td>{format.number(lowest)}</td>
      <td>
        {questioned.map(({ rule, amount }) => (
          <span key={rule} className={classes.part}>
            {names[rule]}: {format.number(amount)}
          </span>
        ))}
      </td>
    </tr>
  );
}

/** Standings as they are, and without what is questioned. */
export function RangeTable({ title, lead, of, counted, rows }: Props) {
  const { t } = useLingui();
  const [all, setAll] = useState(false);
  const most = Math.max(1, ...rows.map((row) => row.counted));
  const shown = all ? rows : rows.filter(({ questioned }, at) => at < FEW || questioned.length > 0);
  if (rows.length === 0) return null;
  return (
    <section className={classes.section}>
      <h2>{title}</h2>
      <p>{lead}</p>
      {/* a wide table scrolls by itself; the keyboard has to reach it */}
      <div className={classes.scroll} role="region" aria-label={title} tabIndex={0}>
        <table className={classes.table} aria-label={title}>
          <thead>
            <tr>
              <th scope="col">{t`Place`}</th>
              <th scope="col">{of}</th>
              <th scope="col">{counted}</th>
              <th scope="col">{t`Without what is questioned`}</th>
              <th scope="col">{t`What is questioned`}</th>
            </tr>
          </thead>
          <tbody>
            {shown.map((row) => (
              <Row key={row.id} row={row} most={most} />
            ))}
          </tbody>
        </table>
      </div>
      {shown.length < rows.length && (
        <Button variant="default" onClick={() => setAll(true)}>
          <Trans>Show the rest</Trans>
        </Button>
      )}
    </section>
  );
}
