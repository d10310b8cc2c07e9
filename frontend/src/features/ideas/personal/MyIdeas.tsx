import { Trans, useLingui } from '@lingui/react/macro';
import { ButtonLink } from '@/components/ButtonLink';
import { EmptyState } from '@/components/EmptyState';
import { graphql } from '@/gql';
import { useViewer } from '@/lib/session';
import { usePages } from '@/lib/use-pages';
import { CoauthorInvitations } from './CoauthorInvitations';
import { type ListProps, PersonalList } from './PersonalList';
import { personalArguments } from './personal-search';

const MySentIdeas = graphql(`
  query MySentIdeas($companyId: ID, $status: [IdeaStatus!], $after: String) {
    myIdeas(
      visibility: [HELD, PUBLISHED, REJECTED, WITHDRAWN, HIDDEN, REMOVED]
      companyId: $companyId
      status: $status
      first: 20
      after: $after
    ) {
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

export const toChallenges = () => (
  <ButtonLink to="/">
    <Trans>See the open challenges</Trans>
  </ButtonLink>
);

/** What the viewer has sent, and invitations to write with others. */
export function MyIdeas(props: ListProps) {
  const { t } = useLingui();
  const viewer = useViewer();
  const pages = usePages(MySentIdeas, personalArguments(props.search, viewer), ({ myIdeas }) => myIdeas);
  const empty = (
    <EmptyState title={t`You have not shared an idea yet`} action={toChallenges()}>
      <Trans>One line is enough to begin; a draft is kept for you.</Trans>
    </EmptyState>
  );
  return (
    <>
      <CoauthorInvitations />
      <PersonalList {...props} pages={pages} empty={empty} />
    </>
  );
}
