import { Trans } from '@lingui/react/macro';
import { useQuery } from 'urql';
import { ReviewThis } from '@/components/ReviewThis';
import { graphql } from '@/gql';
import classes from './Open.module.css';

const IdeaToReview = graphql(`
  query IdeaToReview($id: ID!) {
    idea(id: $id) {
      id
      author {
        id
      }
      company {
        id
        slug
      }
    }
  }
`);

/** On an idea's page, for moderators: its review. What it asks for the page has read already. */
export function ReviewIdea({ ideaId }: { ideaId: string }) {
  const [{ data }] = useQuery({ query: IdeaToReview, variables: { id: ideaId }, requestPolicy: 'cache-first' });
  const idea = data?.idea;
  if (!idea) return null;
  return (
    <ReviewThis item={{ ideaId }} company={idea.company} authorId={idea.author.id} className={classes.open}>
      <Trans>Review this idea</Trans>
    </ReviewThis>
  );
}
