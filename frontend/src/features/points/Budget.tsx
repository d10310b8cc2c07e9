import { Trans, useLingui } from '@lingui/react/macro';
import { useQuery } from 'urql';
import { ErrorState } from '@/components/ErrorState';
import { ExportButton } from '@/components/ExportButton';
import { Skeletons } from '@/components/Skeletons';
import type { PointsBudgetQuery } from '@/gql/graphql';
import { useCompany } from '@/lib/company';
import { useFormat } from '@/lib/format';
import classes from './Points.module.css';
import { PointsBudget } from './points';

type Data = PointsBudgetQuery['rewardBudget'];

/** What points cost the company: what it owes, and what came and went, month by month. */
export function Budget() {
  const { t } = useLingui();
  const { id: companyId, slug } = useCompany();
  const [{ data, error }, retry] = useQuery({ query: PointsBudget, variables: { companyId } });
  return (
    <section className={classes.part} aria-labelledby="budget">
      <div className={classes.head}>
        <h2 id="budget">
          <Trans>Points given and owed</Trans>
        </h2>
        <ExportButton
          name="ledger"
          input={{ companyId }}
          slug={slug}
          done={t`The file is there. That you took it is noted here, too.`}
          failed={t`The file could not be made. Try again in a moment.`}
        >
          <Trans>Export as CSV</Trans>
        </ExportButton>
      </div>
      {error && !data && <ErrorState error={error} retry={retry} />}
      {!data && !error && <Skeletons rows={2} height={120} />}
      {data && (
        <>
          <Tiles budget={data.rewardBudget} />
          <Months months={data.rewardBudget.months} />
        </>
      )}
    </section>
  );
}

function Tiles({ budget }: { budget: Data }) {
  const { t } = useLingui();
  const format = useFormat();
  const { liability, promised, waiting, issued, spent, expired, forfeited, debts } = budget;
  const tiles: [name: string, value: number, why: string][] = [
    [t`Owed to members`, liability, t`What they can spend now.`],
    [t`Promised as prizes`, promised, t`Of challenges that are not decided yet.`],
    [t`Waiting to be handed out`, waiting, t`Spent on what you have not handed over.`],
    [t`Given in all`, issued, t`Awards, gifts and prizes, less what was taken back.`],
    [t`Spent`, spent, t`On your catalogue.`],
    [t`Expired`, expired, t`Not used for 24 months.`],
    [t`Set aside`, forfeited, t`Of members who are excluded from rewards.`],
    [t`Below zero`, debts, t`Of members whose spent points were taken back; nobody has to pay it.`],
  ];
  return (
    <dl className={classes.tiles}>
      {tiles
        // what is rare is shown where there is any
        .filter(([, value], at) => at < 5 || value > 0)
        .map(([name, value, why]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>
              <strong>{format.number(value)}</strong>
              <span className="dimmed">{why}</span>
            </dd>
          </div>
        ))}
    </dl>
  );
}

/** A table with a bar in each line, the latest month first; from the first month in which there was anything. */
function Months({ months: all }: { months: Data['months'] }) {
  const { t, i18n } = useLingui();
  const format = useFormat();
  const first = all.findIndex(({ issued, spent, expired }) => issued !== 0 || spent !== 0 || expired !== 0);
  const months = all.slice(first).reverse();
  const most = Math.max(1, ...months.map(({ issued, spent }) => Math.max(issued, spent)));
  const nameOf = (month: string) =>
    new Intl.DateTimeFormat(i18n.locale, { month: 'short', year: 'numeric', timeZone: 'UTC' }).format(
      new Date(`${month}-01T00:00:00Z`),
    );
  const cell = (value: number, kind: 'given' | 'spent') => (
    <td className={classes.bars}>
      {format.number(value)}
      <span aria-hidden data-kind={kind} style={{ width: `${Math.max(0, (value / most) * 100)}%` }} />
    </td>
  );
  return (
    <div className={classes.scroll} role="region" aria-label={t`By month`} tabIndex={0}>
      <table className={classes.table}>
        <caption>{t`By month`}</caption>
        <thead>
          <tr>
            <th scope="col">{t`Month`}</th>
            <th scope="col">{t`Given`}</th>
            <th scope="col">{t`Spent`}</th>
            <th scope="col">{t`Expired`}</th>
          </tr>
        </thead>
        <tbody>
          {months.map(({ month, issued, spent, expired }) => (
            <tr key={month}>
              <th scope="row">{nameOf(month)}</th>
              {cell(issued, 'given')}
              {cell(spent, 'spent')}
              <td>{format.number(expired)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
