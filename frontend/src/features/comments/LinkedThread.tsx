import { useEffect } from 'react';
import { useQuery } from 'urql';
import { graphql } from '@/gql';
import { isShown, ThreadOf } from './comments';
import { focusComment } from './focus-comment';
import { ThreadBox } from './ThreadBox';

const RootOf = graphql(`
  query RootOf($id: ID!) {
    comment(id: $id) {
      id
      rootId
    }
  }
`);

/** All that the API gives at once: the one that is meant is among them. */
const MOST_REPLIES = 100;

/** The thread that a comment belongs to; null while that is not known, or where there is none. */
export function useLinkedThread(comment: string | undefined): string | null {
  const [{ data }] = useQuery({ query: RootOf, variables: { id: comment ?? '' }, pause: !comment });
  return data?.comment ? (data.comment.rootId ?? data.comment.id) : null;
}

/** A thread out of its turn, because somebody was sent to a comment in it: that takes the focus when it appears. */
export function LinkedThread({ id, comment }: { id: string; comment: string }) {
  const [{ data }] = useQuery({ query: ThreadOf, variables: { id, replies: MOST_REPLIES } });
  const thread = data?.comment;
  const here = Boolean(thread);
  useEffect(() => {
    if (here) focusComment(comment);
  }, [here, comment]);
  return thread && isShown(thread) ? <ThreadBox thread={thread} /> : null;
}
