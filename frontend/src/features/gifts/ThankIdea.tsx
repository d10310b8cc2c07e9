import { useQuery } from 'urql';
import { graphql } from '@/gql';
import { ThankButton } from './ThankButton';

const IdeaToThank = graphql(`
  query IdeaToThank($id: ID!) {
    idea(id: $id) {
      id
      author {
        ...PersonName
      }
      company {
        id
      }
    }
  }
`);

/** On an idea's page, for moderators: thanks its author. What it asks for the page has read already. */
export function ThankIdea({ ideaId }: { ideaId: string }) {
  const [{ data }] = useQuery({ query: IdeaToThank, variables: { id: ideaId }, requestPolicy: 'cache-first' });
  const idea = data?.idea;
  return idea ? <ThankButton user={idea.author} company={idea.company} item={{ ideaId }} /> : null;
}
