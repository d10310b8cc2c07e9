import { type ReactNode, useEffect } from 'react';
import { useQuery } from 'urql';
import { isShown, type Thread, ThreadOf } from './comments';
import { focusComment } from './focus-comment';

interface Props {
  id: string;
  children: (comment: Thread) => ReactNode;
}

/**
 * A comment that was just written, where its writer expects it: its place in the list may be far away. Takes the focus
 * when it appears.
 */
export function JustWritten({ id, children }: Props) {
  const [{ data }] = useQuery({ query: ThreadOf, variables: { id }, requestPolicy: 'cache-first' });
  const comment = data?.comment;
  const here = Boolean(comment);
  useEffect(() => {
    if (here) focusComment(id);
  }, [here, id]);
  return comment && isShown(comment) ? children(comment) : null;
}
