import { Trans } from '@lingui/react/macro';
import { useQuery } from 'urql';
import { IdeaRow } from '@/components/IdeaRow';
import { graphql } from '@/gql';
import type { CompanyCardFragment } from '@/gql/graphql';

const TrendingIdeas = graphql(`
  query TrendingIdeas($companyId: ID!) {
    ideas(companyId: $companyId, order: TRENDING, first: 3) {
      edges {
        node {
          ...IdeaRow
        }
      }
    }
  }
`);

/** What moves in one community. Says nothing where nothing does. */
export function Trending({ company: { id, name, voteMode } }: { company: CompanyCardFragment }) {
  const [{ data }] = useQuery({ query: TrendingIdeas, variables: { companyId: id } });
  const ideas = data?.ideas.edges.map(({ node }) => node) ?? [];
  if (ideas.length === 0) return null;
  return (
    <section className="section">
      <h2>
        <Trans>Trending at {name}</Trans>
      </h2>
      <ul className="plain surface">
        {ideas.map((idea) => (
          <li key={idea.id}>
            <IdeaRow idea={idea} mode={voteMode} />
          </li>
        ))}
      </ul>
    </section>
  );
}
