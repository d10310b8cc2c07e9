import { Trans, useLingui } from '@lingui/react/macro';
import { EmptyState } from '@/components/EmptyState';
import { ErrorState } from '@/components/ErrorState';
import { IdeaRow } from '@/components/IdeaRow';
import { LoadMore } from '@/components/LoadMore';
import { Skeletons } from '@/components/Skeletons';
import { graphql } from '@/gql';
import { usePages } from '@/lib/use-pages';

const IdeasOfMember = graphql(`
  query IdeasOfMember($userId: ID!, $after: String) {
    memberIdeas(userId: $userId, first: 20, after: $after) {
      edges {
        node {
          ...PersonalIdea
        }
      }
      pageInfo {
        hasNextPage
        endCursor
      }
    }
  }
`);

/** What somebody has published, as far as the viewer may see it. */
export function MemberIdeas({ userId }: { userId: string }) {
  const { t } = useLingui();
  const pages = usePages(IdeasOfMember, { userId }, ({ memberIdeas }) => memberIdeas);
  const nothing = !pages.loading && !pages.error && pages.nodes.length === 0;
  return (
    <section className="section">
      <h2>
        <Trans>Ideas</Trans>
      </h2>
      {pages.error && <ErrorState error={pages.error} retry={pages.retry} />}
      {pages.loading && <Skeletons />}
      {nothing && <EmptyState title={t`No ideas here yet`} />}
      {pages.nodes.length > 0 && (
        <ul className="plain surface">
          {pages.nodes.map((idea) => (
            <li key={idea.id}>
              <IdeaRow idea={idea} mode={idea.company.voteMode} />
            </li>
          ))}
        </ul>
      )}
      <LoadMore {...pages} />
    </section>
  );
}
