import { Trans } from '@lingui/react/macro';
import { Link } from '@tanstack/react-router';
import { useQuery } from 'urql';
import { graphql } from '@/gql';
import type { HeldItemFragment } from '@/gql/graphql';
import { useCompany } from '@/lib/company';
import { langOf } from '@/lib/i18n';
import { Passage } from './Exhibit';
import classes from './Review.module.css';

const AnsweredComment = graphql(`
  query AnsweredComment($id: ID!) {
    comment(id: $id) {
      id
      bodyHtml
      language
      author {
        id
        displayName
      }
    }
  }
`);

/** The comment that a held one replies to. */
function Answered({ id }: { id: string }) {
  const [{ data }] = useQuery({ query: AnsweredComment, variables: { id } });
  if (!data?.comment) return null;
  const { author, bodyHtml, language } = data.comment;
  const name = author?.displayName;
  return (
    <blockquote className={classes.answered}>
      <p className="dimmed">
        {author ? <Trans>In reply to {name}</Trans> : <Trans>In reply to a former member</Trans>}
      </p>
      <Passage html={bodyHtml} language={language} />
    </blockquote>
  );
}

/** Where a held text stands: the challenge it answers, or the idea and the comment it was written under. */
export function ReviewContext({ item: { idea, comment } }: { item: HeldItemFragment }) {
  const { slug } = useCompany();
  if (idea?.challenge) {
    const { slug: challengeSlug, title, summary, language } = idea.challenge;
    return (
      <p className={classes.context}>
        <Trans>Answers the challenge</Trans>{' '}
        <Link to="/$slug/c/$challengeSlug" params={{ slug, challengeSlug }} lang={langOf(language)}>
          {title}
        </Link>
        <span className="dimmed" lang={langOf(language)}>
          {summary}
        </span>
      </p>
    );
  }
  if (idea)
    return (
      <p className={classes.context}>
        <Trans>For the idea box</Trans>
      </p>
    );
  if (!comment) return null;
  return (
    <div className={classes.context}>
      <details>
        <summary>
          <Trans>The idea it was written under</Trans>
        </summary>
        <Passage html={comment.idea.bodyHtml} language={comment.idea.language} />
        <p>
          <Link to="/i/$ideaId" params={{ ideaId: comment.idea.id }}>
            <Trans>Open the idea</Trans>
          </Link>
        </p>
      </details>
      {comment.parentId && <Answered id={comment.parentId} />}
    </div>
  );
}
