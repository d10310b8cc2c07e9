import { Trans, useLingui } from '@lingui/react/macro';
import { EmptyState } from '@/components/EmptyState';
import { graphql } from '@/gql';
import { useViewer } from '@/lib/session';
import { usePages } from '@/lib/use-pages';
import { toChallenges } from './MyIdeas';
import { type ListProps, PersonalList } from './PersonalList';
import { personalArguments } from './personal-search';

const MyFollowedIdeas = graphql(`
  query MyFollowedIdeas($companyId: ID, $status: [IdeaStatus!], $after: String) {
    myFollowedIdeas(companyId: $companyId, status: $status, first: 20, after: $after) {
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

/** What the viewer wants to hear of, since the shortest time first. */
export function MyFollowing(props: ListProps) {
  const { t } = useLingui();
  const viewer = useViewer();
  const pages = usePages(
    MyFollowedIdeas,
    personalArguments(props.search, viewer),
    ({ myFollowedIdeas }) => myFollowedIdeas,
  );
  const empty = (
    <EmptyState title={t`You follow no idea yet`} action={toChallenges()}>
      <Trans>Follow an idea by the bell beside it, and you hear what becomes of it.</Trans>
    </EmptyState>
  );
  return <PersonalList {...props} pages={pages} empty={empty} />;
}
