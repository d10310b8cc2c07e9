import { type ReactNode, useEffect } from 'react';
import { useQuery } from 'urql';
import { graphql } from '@/gql';
import { isShown, type Thread, ThreadOf } from './comments';
import { focusComment } from './focus-comment';

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

interface Props {
  id: string;
  comment: string;
  children: (thread: Thread) => ReactNode;
}

/** A thread out of its turn, because somebody was sent to a comment in it: that takes the focus when it appears. */
export function LinkedThread({ id, comment, children }: Props) {
  const [{ data }] = useQuery({ query: ThreadOf, variables: { id, replies: MOST_REPLIES } });
  const thread = data?.comment;
  const here = Boolean(thread);
  useEffect(() => {
    if (here) focusComment(comment);
  }, [here, comment]);
  return thread && isShown(thread) ? children(thread) : null;
}
