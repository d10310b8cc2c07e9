import { Plural, Trans, useLingui } from '@lingui/react/macro';
import type { AuthorStandingQuery, SanctionAdviceReason } from '@/gql/graphql';
import { useFormat } from '@/lib/format';
import { useSanctionName } from '../decide/acts';
import classes from './Review.module.css';

interface Props {
  advice: AuthorStandingQuery['sanctionAdvice'];
}

/** What would be fair next, and what it follows from. A person decides. */
export function Advice({ advice: { kind, days, because, counted } }: Props) {
  const { t } = useLingui();
  const format = useFormat();
  const sanctionName = useSanctionName();
  const reasons: Record<SanctionAdviceReason, string> = {
    FIRST: t`nothing came before`,
    AFTER_WARNING: t`they were warned before`,
    AFTER_SHORT_SILENCE: t`they were silenced for less than a week before`,
    AFTER_LONG_SILENCE: t`they were silenced for a week or more before`,
    AFTER_SUSPENSION: t`they were suspended before`,
  };
  const why = reasons[because];
  const name = sanctionName(kind);
  return (
    <div className={classes.advice}>
      <p>
        <Trans>If a sanction is needed, the next step would be:</Trans>{' '}
        <strong>
          {name}
          {days && (
            <>
              , <Plural value={days} one="# day" other="# days" />
            </>
          )}
        </strong>{' '}
        ({why})
      </p>
      {counted.length > 0 && (
        <details>
          <summary>
            <Plural
              value={counted.length}
              one="# sanction within twelve months"
              other="# sanctions within twelve months"
            />
          </summary>
          <ul>
            {counted.map(({ id, kind: was, startsAt, endsAt }) => (
              <li key={id}>
                {sanctionName(was)} · {format.date(startsAt)}
                {endsAt && ` – ${format.date(endsAt)}`}
              </li>
            ))}
          </ul>
        </details>
      )}
    </div>
  );
}
