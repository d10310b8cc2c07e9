import { Trans, useLingui } from '@lingui/react/macro';
import { EmptyState } from '@/components/EmptyState';
import { graphql } from '@/gql';
import { useViewer } from '@/lib/session';
import { usePages } from '@/lib/use-pages';
import { toChallenges } from './MyIdeas';
import { type ListProps, PersonalList } from './PersonalList';
import { personalArguments } from './personal-search';

const MyVotedIdeas = graphql(`
  query MyVotedIdeas($companyId: ID, $status: [IdeaStatus!], $after: String) {
    myVotes(companyId: $companyId, status: $status, first: 20, after: $after) {
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

/** What the viewer has voted for, the newest vote first. */
export function MyVotes(props: ListProps) {
  const { t } = useLingui();
  const viewer = useViewer();
  const pages = usePages(MyVotedIdeas, personalArguments(props.search, viewer), ({ myVotes }) => myVotes);
  const empty = (
    <EmptyState title={t`You have not voted yet`} action={toChallenges()}>
      <Trans>A vote is one tap, and you hear what becomes of the idea.</Trans>
    </EmptyState>
  );
  return <PersonalList {...props} pages={pages} empty={empty} />;
}
