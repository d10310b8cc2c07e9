import { Trans, useLingui } from '@lingui/react/macro';
import { Link } from '@tanstack/react-router';
import { EmptyState } from '@/components/EmptyState';
import { IdeaRow } from '@/components/IdeaRow';
import { Skeletons } from '@/components/Skeletons';
import type { IdeaRowFragment } from '@/gql/graphql';
import { useCompany } from '@/lib/company';
import { useSession } from '@/lib/session';
import classes from './CompanyPage.module.css';

/** Ideas that answer no challenge: always welcome while the box is open. Visitors may write, and sign up to send. */
export function IdeaBox({ ideas, failed }: { ideas: IdeaRowFragment[] | undefined; failed: boolean }) {
  const { t } = useLingui();
  const { slug, voteMode, ideaBoxOpen, viewerCan } = useCompany();
  const { status } = useSession();
  if (!ideaBoxOpen && ideas?.length === 0) return null;
  const mayWrite = ideaBoxOpen && (viewerCan.submitToIdeaBox || viewerCan.join || status === 'out');
  return (
    <section>
      <h2>
        <Trans>Idea box</Trans>
      </h2>
      <p className="dimmed">
        {ideaBoxOpen ? <Trans>Ideas about anything, at any time.</Trans> : <Trans>Closed to new ideas for now.</Trans>}
      </p>
      {mayWrite && (
        <Link to="/$slug/new" params={{ slug }} className={classes.box}>
          <span>{t`What would you change?`}</span>
          <span className={classes.share}>{t`Share an idea`}</span>
        </Link>
      )}
      {!ideas && !failed && <Skeletons />}
      {ideas?.length === 0 && <EmptyState title={t`The box is empty`}>{t`Yours can be the first.`}</EmptyState>}
      {ideas && ideas.length > 0 && (
        <ul className="plain surface">
          {ideas.map((idea) => (
            <li key={idea.id}>
              <IdeaRow idea={idea} mode={voteMode} />
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
