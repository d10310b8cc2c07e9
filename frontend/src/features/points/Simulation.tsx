import { Plural, Trans, useLingui } from '@lingui/react/macro';
import { type ReactNode, useEffect, useRef } from 'react';
import { useQuery } from 'urql';
import { ErrorState } from '@/components/ErrorState';
import { PersonName } from '@/components/PersonName';
import { Skeletons } from '@/components/Skeletons';
import type { RewardRuleInput, TryRewardsQuery } from '@/gql/graphql';
import { useCompany } from '@/lib/company';
import { useFormat } from '@/lib/format';
import classes from './Points.module.css';
import { TryRewards } from './points';
import { RULE_NAMES } from './words';

type Simulated = TryRewardsQuery['simulateRewards'];

/** What other rules would have given for what happened; nothing changes by looking. */
export function Simulation({ rules }: { rules: RewardRuleInput[] }) {
  const { id: companyId } = useCompany();
  const [{ data, error, fetching }, retry] = useQuery({
    query: TryRewards,
    variables: { input: { companyId, rules } },
    requestPolicy: 'network-only',
  });
  const place = useRef<HTMLElement>(null);
  useEffect(() => {
    // it was asked for below: it is brought where it can be read
    if (data && !fetching) place.current?.focus();
  }, [data, fetching]);
  return (
    <section ref={place} tabIndex={-1} aria-labelledby="tried" aria-busy={fetching} className={classes.tried}>
      <h3 id="tried">
        <Trans>With these rules, the last 90 days would have given</Trans>
      </h3>
      {error && !fetching && <ErrorState error={error} retry={retry} />}
      {fetching && <Skeletons rows={1} height={220} />}
      {data && !fetching && <Result simulated={data.simulateRewards} />}
    </section>
  );
}

function useSigned(): (value: number) => string {
  const { i18n } = useLingui();
  return (value) => new Intl.NumberFormat(i18n.locale, { signDisplay: 'exceptZero' }).format(value);
}

function Result({ simulated }: { simulated: Simulated }) {
  const { i18n, t } = useLingui();
  const format = useFormat();
  const signed = useSigned();
  const { now, then, gaining, losing, rules, members } = simulated;
  const given = format.number(now);
  return (
    <>
      <p>
        <strong>
          <Plural value={then} one="# point" other="# points" />
        </strong>{' '}
        <Trans>instead of {given}</Trans> ({signed(then - now)}).{' '}
        <Plural value={gaining} one="# member would have got more," other="# members would have got more," />{' '}
        <Plural value={losing} one="# less." other="# less." />
      </p>
      <Compared
        title={t`By rule`}
        of={t`Rule`}
        rows={rules
          .filter((rule) => rule.now + rule.then > 0)
          .map((rule) => ({ ...rule, key: rule.rule, name: i18n._(RULE_NAMES[rule.rule]) }))}
      />
      {members.length > 0 && (
        <Compared
          title={t`For whom it changes most`}
          of={t`Member`}
          rows={members.flatMap(({ user, ...points }) =>
            user ? [{ ...points, key: user.id, name: <PersonName user={user} linked /> }] : [],
          )}
        />
      )}
    </>
  );
}

interface Row {
  key: string;
  name: ReactNode;
  now: number;
  then: number;
}

/** @param of what a row is about */
function Compared({ title, of, rows }: { title: string; of: string; rows: Row[] }) {
  const { t } = useLingui();
  const format = useFormat();
  const signed = useSigned();
  return (
    // what is wider than the screen is scrolled, also by keyboard
    <div className={classes.scroll} role="region" aria-label={title} tabIndex={0}>
      <table className={classes.table}>
        <caption>{title}</caption>
        <thead>
          <tr>
            <th scope="col">{of}</th>
            <th scope="col">{t`Now`}</th>
            <th scope="col">{t`Then`}</th>
            <th scope="col">{t`Difference`}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map(({ key, name, now, then }) => (
            <tr key={key}>
              <th scope="row">{name}</th>
              <td>{format.number(now)}</td>
              <td>{format.number(then)}</td>
              <td>{signed(then - now)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
