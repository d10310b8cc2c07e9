import { type ReactNode, useEffect } from 'react';
import { useQuery } from 'urql';
import { isShown, type Thread, ThreadOf } from './comments';
import { focusComment } from './focus-comment';

interface Props {
  id: string;
  /** Whether it takes the focus when it appears. */
  focus: boolean;
  children: (comment: Thread) => ReactNode;
}

/**
 * A comment that was just written, where its writer and who waits for it expect it: its place in the list may be far
 * away.
 */
export function JustWritten({ id, focus, children }: Props) {
  const [{ data }] = useQuery({ query: ThreadOf, variables: { id }, requestPolicy: 'cache-first' });
  const comment = data?.comment;
  const here = Boolean(comment);
  useEffect(() => {
    if (here && focus) focusComment(id);
  }, [here, id, focus]);
  return comment && isShown(comment) ? children(comment) : null;
}
