import { plural } from '@lingui/core/macro';
import { Trans, useLingui } from '@lingui/react/macro';
import { Link } from '@tanstack/react-router';
import type { HeldItemFragment } from '@/gql/graphql';
import { useCompany } from '@/lib/company';
import { useFormat } from '@/lib/format';
import { langOf } from '@/lib/i18n';
import classes from './ReviewPage.module.css';

const LONGEST = 80;
const shorten = (text: string): string => (text.length > LONGEST ? `${text.slice(0, LONGEST).trimEnd()}…` : text);

/** Who wrote it, since when they are here, and what was decided about them before. */
export function AuthorRecord({ item: { author, authorMembership, authorRecord } }: { item: HeldItemFragment }) {
  const { t } = useLingui();
  const format = useFormat();
  const { defaultLanguage } = useCompany();
  const since = authorMembership ? format.date(authorMembership.joinedAt) : null;
  const { publishedIdeaCount, publishedCommentCount, rejectedCount, recent } = authorRecord;
  return (
    <aside className={classes.record} aria-label={t`The author’s record`}>
      <h3>
        <Link to="/u/$userId" params={{ userId: author.id }}>
          {author.displayName}
        </Link>
      </h3>
      <p className="dimmed">{since ? t`member since ${since}` : t`no longer a member`}</p>
      <ul className={classes.counts}>
        <li>{plural(publishedIdeaCount, { one: '# idea published', other: '# ideas published' })}</li>
        <li>{plural(publishedCommentCount, { one: '# comment published', other: '# comments published' })}</li>
        <li>{plural(rejectedCount, { one: '# rejected', other: '# rejected' })}</li>
      </ul>
      {recent.length === 0 && (
        <p className="dimmed">
          <Trans>The first thing of theirs that is reviewed.</Trans>
        </p>
      )}
      {recent.length > 0 && (
        <ol className={classes.history}>
          {recent.map(({ id, state, decidedAt, rule, idea, comment }) => (
            <li key={id}>
              <span lang={langOf((idea ?? comment)?.language)}>{shorten(idea?.title ?? comment?.body ?? '')}</span>
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
      )}
    </aside>
  );
}
