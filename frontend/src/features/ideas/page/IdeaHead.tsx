import { Trans, useLingui } from '@lingui/react/macro';
import { Link } from '@tanstack/react-router';
import { PageTitle } from '@/components/PageTitle';
import { PersonName } from '@/components/PersonName';
import { RelativeTime } from '@/components/RelativeTime';
import { StatusBadge, VisibilityBadge, WinnerBadge } from '@/components/StatusBadge';
import { langOf } from '@/lib/i18n';
import classes from './IdeaPage.module.css';
import type { PageIdea } from './idea-page';

/** Where the idea belongs. */
export function Crumbs({ idea: { company, challenge } }: { idea: PageIdea }) {
  const { t } = useLingui();
  return (
    <nav className={classes.crumbs} aria-label={t`You are here`}>
      <Link to="/$slug" params={{ slug: company.slug }}>
        {company.name}
      </Link>
      {challenge ? (
        <Link to="/$slug/c/$challengeSlug" params={{ slug: company.slug, challengeSlug: challenge.slug }}>
          {challenge.title}
        </Link>
      ) : (
        <Link to="/$slug/ideas" params={{ slug: company.slug }} search={{ box: true }}>
          <Trans>Idea box</Trans>
        </Link>
      )}
    </nav>
  );
}

/** Title, status, who and when. */
export function IdeaHead({ idea }: { idea: PageIdea }) {
  const { title, language, visibility, status, author, coauthors, wins, publishedAt, createdAt, editedAt } = idea;
  const writers = coauthors.filter(({ state }) => state === 'ACCEPTED');
  return (
    <>
      <Crumbs idea={idea} />
      <PageTitle lang={langOf(language)}>{title}</PageTitle>
      <div className={classes.facts}>
        {visibility === 'PUBLISHED' ? <StatusBadge status={status} /> : <VisibilityBadge visibility={visibility} />}
        {wins.length > 0 && <WinnerBadge />}
        <PersonName user={author} linked />
        {writers.map(({ user }) => (
          <PersonName key={user.id} user={user} linked />
        ))}
        <span>
          <RelativeTime at={publishedAt ?? createdAt} />
          {editedAt && (
            <>
              {' · '}
              <Trans>
                edited <RelativeTime at={editedAt} />
              </Trans>
            </>
          )}
        </span>
      </div>
    </>
  );
}
