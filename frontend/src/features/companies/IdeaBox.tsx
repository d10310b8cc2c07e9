import { Trans, useLingui } from '@lingui/react/macro';
import { useQuery } from 'urql';
import { ButtonLink } from '@/components/ButtonLink';
import { EmptyState } from '@/components/EmptyState';
import { ErrorState } from '@/components/ErrorState';
import { IdeaRow } from '@/components/IdeaRow';
import { Skeletons } from '@/components/Skeletons';
import { graphql } from '@/gql';
import { useCompany } from '@/lib/company';

const IdeaBoxIdeas = graphql(`
  query IdeaBoxIdeas($companyId: ID!) {
    ideas(companyId: $companyId, ideaBoxOnly: true, order: TRENDING, first: 6) {
      edges {
        node {
          ...IdeaRow
        }
      }
    }
  }
`);

/** Ideas that answer no challenge: always welcome while the box is open. */
export function IdeaBox() {
  const { t } = useLingui();
  const { id: companyId, slug, voteMode, ideaBoxOpen, viewerCan } = useCompany();
  const [{ data, error }, retry] = useQuery({ query: IdeaBoxIdeas, variables: { companyId } });
  const ideas = data?.ideas.edges.map(({ node }) => node) ?? [];
  if (!ideaBoxOpen && ideas.length === 0) return <div />;
  return (
    <section>
      <h2>
        <Trans>Idea box</Trans>
      </h2>
      <p className="dimmed">
        {ideaBoxOpen ? <Trans>Ideas about anything, at any time.</Trans> : <Trans>Closed to new ideas for now.</Trans>}
      </p>
      {error && !data && <ErrorState error={error} retry={retry} />}
      {!data && !error && <Skeletons />}
      {data && ideas.length === 0 && (
        <EmptyState
          title={t`The box is empty`}
          action={
            viewerCan.submitToIdeaBox && (
              <ButtonLink to="/$slug/new" params={{ slug }}>
                <Trans>Share the first idea</Trans>
              </ButtonLink>
            )
          }
        />
      )}
      {ideas.length > 0 && (
        <>
          <ul className="plain surface">
            {ideas.map((idea) => (
              <li key={idea.id}>
                <IdeaRow idea={idea} mode={voteMode} />
              </li>
            ))}
          </ul>
          <p>
            <ButtonLink to="/$slug/ideas" params={{ slug }} variant="default">
              <Trans>All ideas</Trans>
            </ButtonLink>
          </p>
        </>
      )}
    </section>
  );
}
