import { plural } from '@lingui/core/macro';
import { Trans, useLingui } from '@lingui/react/macro';
import { Link } from '@tanstack/react-router';
import { PersonName } from '@/components/PersonName';
import { useCompany } from '@/lib/company';
import { useFormat } from '@/lib/format';
import { langOf } from '@/lib/i18n';
import { Standing } from './AuthorStanding';
import type { OpenReview } from './Evidence';
import { useKindName } from './names';
import classes from './Review.module.css';
import { useViewing } from './viewing';

const LONGEST = 80;
const shorten = (text: string): string => (text.length > LONGEST ? `${text.slice(0, LONGEST).trimEnd()}…` : text);

/** What they have to bear just now. */
function InForce({ membership }: { membership: NonNullable<OpenReview['authorMembership']> }) {
  const format = useFormat();
  const { silencedUntil, suspendedUntil, excludedUntil } = membership;
  const [silenced, suspended, excluded] = [silencedUntil, suspendedUntil, excludedUntil].map((until) =>
    until && Date.parse(until) > Date.now() ? format.dateTime(until) : null,
  );
  return (
    <>
      {suspended && (
        <p className={classes.inForce}>
          <Trans>Suspended until {suspended}</Trans>
        </p>
      )}
      {silenced && (
        <p className={classes.inForce}>
          <Trans>Silenced until {silenced}</Trans>
        </p>
      )}
      {excluded && (
        <p className={classes.inForce}>
          <Trans>Excluded from rewards until {excluded}</Trans>
        </p>
      )}
    </>
  );
}

/** What was decided about them before. */
function History({ recent }: Pick<OpenReview['authorRecord'], 'recent'>) {
  const { t } = useLingui();
  const format = useFormat();
  const { defaultLanguage } = useCompany();
  const { calm } = useViewing();
  const kindName = useKindName();
  if (recent.length === 0)
    return (
      <p className="dimmed">
        <Trans>The first thing of theirs that is reviewed.</Trans>
      </p>
    );
  return (
    <ol className={classes.history}>
      {recent.map(({ id, state, kind, decidedAt, rule, idea, comment }) => (
        <li key={id}>
          <span lang={langOf((idea ?? comment)?.language)}>
            {calm || kind === 'PROFILE' ? kindName(kind) : shorten(idea?.title ?? comment?.body ?? '')}
          </span>
          <span className="dimmed">
            {state === 'APPROVED' ? t`Approved` : t`Rejected`}
            {rule && (
              <>
                : <span lang={langOf(defaultLanguage)}>{rule.title}</span>
              </>
            )}
            {decidedAt && <> · {format.date(decidedAt)}</>}
          </span>
        </li>
      ))}
    </ol>
  );
}

/** Who wrote it, since when they are here, what they have to bear, and what was decided about them before. */
export function AuthorRecord({ review: { author, authorMembership, authorRecord } }: { review: OpenReview }) {
  const { t } = useLingui();
  const format = useFormat();
  const since = authorMembership ? format.date(authorMembership.joinedAt) : null;
  const { publishedIdeaCount, publishedCommentCount, rejectedCount, recent } = authorRecord;
  const level = authorMembership?.trustLevel;
  return (
    <aside className={classes.record} aria-label={t`The author’s record`}>
      <h3>
        <Link to="/u/$userId" params={{ userId: author.id }}>
          <PersonName user={author} />
        </Link>
      </h3>
      <p className="dimmed">{since ? t`member since ${since}` : t`no longer a member`}</p>
      {level !== undefined && <p className="dimmed">{t`trust level ${level} of 3`}</p>}
      {authorMembership && <InForce membership={authorMembership} />}
      <ul className={classes.counts}>
        <li>{plural(publishedIdeaCount, { one: '# idea published', other: '# ideas published' })}</li>
        <li>{plural(publishedCommentCount, { one: '# comment published', other: '# comments published' })}</li>
        <li>{plural(rejectedCount, { one: '# rejected', other: '# rejected' })}</li>
      </ul>
      <History recent={recent} />
      <Standing userId={author.id} />
    </aside>
  );
}
