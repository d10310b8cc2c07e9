import { Plural } from '@lingui/react/macro';
import { IconMessageCircle } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { memo } from 'react';
import { graphql } from '@/gql';
import type { IdeaRowFragment, VoteMode } from '@/gql/graphql';
import { langOf } from '@/lib/i18n';
import classes from './IdeaRow.module.css';
import { PersonName } from './PersonName';
import { RelativeTime } from './RelativeTime';
import { StatusBadge, VisibilityBadge, WinnerBadge } from './StatusBadge';
import { VoteButton } from './VoteButton';

export const IdeaRowFields = graphql(`
  fragment IdeaRow on Idea {
    ...VoteState
    language
    tags
    status
    visibility
    commentCount
    createdAt
    publishedAt
    wins {
      id
    }
    author {
      ...PersonName
    }
  }
`);

interface Props {
  idea: IdeaRowFragment;
  mode: VoteMode;
  /** The level of the title among the page's headings. */
  level?: 2 | 3 | 4;
}

/**
 * An idea in a list. The whole row leads to it; the vote is the one thing on it that does not. The cache gives the same
 * object while nothing of it changes, so a list that is drawn anew draws only the rows that did.
 */
export const IdeaRow = memo(function IdeaRow({ idea, mode, level = 3 }: Props) {
  const Heading = `h${level}` as const;
  const published = idea.visibility === 'PUBLISHED';
  return (
    <article className={classes.row}>
      {published && <VoteButton idea={idea} mode={mode} />}
      <div className={classes.text}>
        <Heading className={classes.title} lang={langOf(idea.language)}>
          <Link to="/i/$ideaId" params={{ ideaId: idea.id }} className={classes.link}>
            {idea.title}
          </Link>
        </Heading>
        <p className={classes.facts}>
          {published ? <StatusBadge status={idea.status} /> : <VisibilityBadge visibility={idea.visibility} />}
          {idea.wins.length > 0 && <WinnerBadge />}
          <span>
            <PersonName user={idea.author} /> · <RelativeTime at={idea.publishedAt ?? idea.createdAt} />
          </span>
          <span className={classes.count}>
            <IconMessageCircle size={16} aria-hidden />
            <Plural value={idea.commentCount} one="# comment" other="# comments" />
          </span>
          {idea.tags.slice(0, 3).map((tag) => (
            <span key={tag}>#{tag}</span>
          ))}
        </p>
      </div>
    </article>
  );
});
