import { Trans, useLingui } from '@lingui/react/macro';
import { IconDownload } from '@tabler/icons-react';
import { type ReactNode, Suspense, useId, useState } from 'react';
import { Button } from '@/components/Button';
import { Segmented } from '@/components/Segmented';
import { useCompany } from '@/lib/company';
import { download, toCsv } from '@/lib/csv';
import { useFormat } from '@/lib/format';
import classes from './Insights.module.css';

/** One column of a table: how it is called, what is in the file, and what is read. */
export interface Column<Row> {
  name: string;
  value: (row: Row) => string | number | null;
  /** In the file, where it needs to say more. */
  fileName?: string;
  /** Unless it is the value itself. */
  shown?: (row: Row) => ReactNode;
}

interface Props<Row> {
  title: string;
  lead?: ReactNode;
  /** Of the file. */
  file: string;
  columns: Column<Row>[];
  rows: Row[];
  /** What the chart shows, where there is more to choose. */
  tools?: ReactNode;
  /** Without it there is only the table. */
  chart?: ReactNode;
}

function Table<Row>({ title, columns, rows }: Pick<Props<Row>, 'title' | 'columns' | 'rows'>) {
  const format = useFormat();
  const show = (value: string | number | null) =>
    value === null ? '–' : typeof value === 'number' ? format.number(value) : value;
  return (
    <table className={classes.table}>
      <caption className="hidden">{title}</caption>
      <thead>
        <tr>
          {columns.map(({ name }) => (
            <th key={name} scope="col">
              {name}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row, index) => (
          <tr key={index}>
            {columns.map(({ name, value, shown }, at) => {
              const content = shown?.(row) ?? show(value(row));
              return at === 0 ? (
                <th key={name} scope="row">
                  {content}
                </th>
              ) : (
                <td key={name}>{content}</td>
              );
            })}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

const cellsOf = <Row,>(columns: Column<Row>[], rows: Row[]) => [
  columns.map(({ name, fileName = name }) => fileName),
  ...rows.map((row) => columns.map(({ value }) => value(row))),
];

/** A chart for the eye, the same numbers as a table for everybody, and as a file. */
export function ChartCard<Row>({ title, lead, file, columns, rows, tools, chart }: Props<Row>) {
  const { t, i18n } = useLingui();
  const { slug } = useCompany();
  const id = useId();
  const [view, setView] = useState<'chart' | 'table'>(chart ? 'chart' : 'table');
  const save = () => download(`${slug}-${file}.csv`, toCsv(cellsOf(columns, rows), i18n.locale));
  const table = <Table title={title} columns={columns} rows={rows} />;
  return (
    <section className={classes.card} aria-labelledby={id}>
      <div className={classes.head}>
        <div>
          <h2 id={id}>{title}</h2>
          {lead && <p className="dimmed">{lead}</p>}
        </div>
        <div className={classes.tools}>
          {chart && (
            <Segmented
              label={t`Show as`}
              value={view}
              options={[
                ['chart', t`Chart`],
                ['table', t`Table`],
              ]}
              onChange={setView}
            />
          )}
          <Button
            variant="default"
            aria-label={t`Download “${title}” as CSV`}
            leftSection={<IconDownload size={18} aria-hidden />}
            onClick={save}
          >
            <Trans>CSV</Trans>
          </Button>
        </div>
      </div>
      {view === 'table' ? (
        // what is wider than the screen is scrolled, also by keyboard
        <div className={classes.scroll} role="region" aria-labelledby={id} tabIndex={0}>
          {table}
        </div>
      ) : (
        <>
          {tools && <div className={classes.tools}>{tools}</div>}
          <div aria-hidden className={classes.chart}>
            <Suspense>{chart}</Suspense>
          </div>
          <div className="hidden">{table}</div>
        </>
      )}
    </section>
  );
}
