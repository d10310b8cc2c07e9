import { Trans, useLingui } from '@lingui/react/macro';
import { useQuery } from 'urql';
import { PersonName } from '@/components/PersonName';
import type { AuthorStandingQuery } from '@/gql/graphql';
import { useCompany } from '@/lib/company';
import { useFormat } from '@/lib/format';
import { Advice } from './Advice';
import { AuthorStanding } from './held-item';
import classes from './Review.module.css';

/** Hints, and nothing more: a person decides what they mean. */
function Signals({ signals }: { signals: AuthorStandingQuery['evasionSignals'] }) {
  const format = useFormat();
  if (signals.length === 0) return null;
  return (
    <details className={classes.signals}>
      <summary>
        <Trans>Shares a network with a suspended account</Trans>
      </summary>
      <p>
        <Trans>A hint, no proof: households, schools and offices share a network.</Trans>
      </p>
      <ul>
        {signals.map(({ user, day, suspendedUntil }) => {
          const [last, until] = [format.date(day), format.date(suspendedUntil)];
          return (
            <li key={user.id}>
              <PersonName user={user} />:{' '}
              <Trans>
                suspended until {until}, last seen there on {last}
              </Trans>
            </li>
          );
        })}
      </ul>
    </details>
  );
}

/** What would be fair for the author next, and what else is known of the account. */
export function Standing({ userId }: { userId: string }) {
  const { t } = useLingui();
  const { id: companyId } = useCompany();
  const [{ data }] = useQuery({ query: AuthorStanding, variables: { companyId, userId } });
  if (!data) return null;
  return (
    <section aria-label={t`Sanctions`}>
      <Advice advice={data.sanctionAdvice} />
      <Signals signals={data.evasionSignals} />
    </section>
  );
}
