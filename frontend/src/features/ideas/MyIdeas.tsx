import { Trans, useLingui } from '@lingui/react/macro';
import { ButtonLink } from '@/components/ButtonLink';
import { EmptyState } from '@/components/EmptyState';
import { ErrorState } from '@/components/ErrorState';
import { IdeaRow } from '@/components/IdeaRow';
import { LoadMore } from '@/components/LoadMore';
import { Skeletons } from '@/components/Skeletons';
import { graphql } from '@/gql';
import { usePages } from '@/lib/use-pages';
import { CoauthorInvitations } from './CoauthorInvitations';
import { MyDrafts } from './MyDrafts';

const MySentIdeas = graphql(`
  query MySentIdeas($after: String) {
    myIdeas(visibility: [HELD, PUBLISHED, REJECTED, WITHDRAWN], first: 20, after: $after) {
      edges {
        node {
          ...IdeaRow
          company {
            id
            voteMode
          }
        }
      }
      pageInfo {
        hasNextPage
        endCursor
      }
    }
  }
`);

/** Everything the viewer wrote: invitations to answer, drafts to finish, ideas to follow. */
export function MyIdeas() {
  const { t } = useLingui();
  const pages = usePages(MySentIdeas, {}, ({ myIdeas }) => myIdeas);
  const empty = !pages.loading && !pages.error && pages.nodes.length === 0;
  return (
    <>
      <CoauthorInvitations />
      <MyDrafts />
      <section>
        <h2>
          <Trans>Ideas</Trans>
        </h2>
        {pages.error && <ErrorState error={pages.error} retry={pages.retry} />}
        {pages.loading && <Skeletons />}
        {empty && (
          <EmptyState
            title={t`You have not shared an idea yet`}
            action={
              <ButtonLink to="/">
                <Trans>See the open challenges</Trans>
              </ButtonLink>
            }
          />
        )}
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
    </>
  );
}
