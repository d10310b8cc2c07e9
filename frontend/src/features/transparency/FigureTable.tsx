import { Trans, useLingui } from '@lingui/react/macro';
import { type ReactNode, useId } from 'react';
import { useFormat } from '@/lib/format';
import classes from './Report.module.css';

interface Section {
  title: string;
  /** What the law calls it, and what is counted. */
  lead: ReactNode;
}

export interface CountRow {
  name: string;
  decisions: number;
  automatic: number;
  undone: number;
  /** All of the others: their bars would be too short beside it. */
  isTotal?: boolean;
}

/** Decisions by something they have in common, with a small bar for each. */
export function CountTable({ title, lead, what, rows }: Section & { what: string; rows: CountRow[] }) {
  const format = useFormat();
  const most = Math.max(1, ...rows.filter(({ isTotal }) => !isTotal).map(({ decisions }) => decisions));
  return (
    <Card title={title} lead={lead} isEmpty={rows.length === 0}>
      <table className={classes.table}>
        <caption className="hidden">{title}</caption>
        <thead>
          <tr>
            <th scope="col">{what}</th>
            <th scope="col">
              <Trans>Decisions</Trans>
            </th>
            <th scope="col">
              <Trans>Automatic</Trans>
            </th>
            <th scope="col">
              <Trans>Decisions taken back</Trans>
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.map(({ name, decisions, automatic, undone, isTotal }) => (
            <tr key={name}>
              <th scope="row">
                {name}
                {!isTotal && (
                  <span className={classes.bar} aria-hidden>
                    <span style={{ width: `${(decisions / most) * 100}%` }} />
                  </span>
                )}
              </th>
              <td>{format.number(decisions)}</td>
              <td>{format.number(automatic)}</td>
              <td>{format.number(undone)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </Card>
  );
}

export interface FigureRow {
  name: string;
  value: string;
  definition: string;
}

/** Single numbers, each with what it counts. */
export function FigureTable({ title, lead, article, rows }: Section & { article: string; rows: FigureRow[] }) {
  return (
    <Card title={title} lead={lead}>
      <table className={classes.table} data-figures>
        <caption className="hidden">{title}</caption>
        <thead className="hidden">
          <tr>
            <th scope="col">
              <Trans>Figure</Trans>
            </th>
            <th scope="col">
              <Trans>Value</Trans>
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.map(({ name, value, definition }) => (
            <tr key={name}>
              <th scope="row">
                {name}
                <span className={classes.definition}>
                  {definition} <Trans>(Art. {article})</Trans>
                </span>
              </th>
              <td>{value}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </Card>
  );
}

function Card({ title, lead, isEmpty = false, children }: Section & { isEmpty?: boolean; children: ReactNode }) {
  const { t } = useLingui();
  const id = useId();
  return (
    <section className={classes.card} aria-labelledby={id}>
      <h2 id={id}>{title}</h2>
      <p className="dimmed">{lead}</p>
      {isEmpty ? <p>{t`None in this period.`}</p> : children}
    </section>
  );
}
