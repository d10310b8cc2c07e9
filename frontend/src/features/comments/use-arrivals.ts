import { useState } from 'react';
import type { NewComment } from './LiveComments';
import type { Thread } from './comments';

/** What was written or has come since the list was read, and stands where it is looked for. */
export function useArrivals(read: Thread[]) {
  const [first, setFirst] = useState<string[]>([]);
  const [arrived, setArrived] = useState<NewComment[]>([]);
  const [focused, setFocused] = useState<string | null>(null);
  const threads = read.filter(({ id }) => !first.includes(id));
  const listed = [...first, ...threads.map(({ id }) => id)];
  const replies = threads.flatMap((thread) => thread.replies.edges.map(({ node }) => node.id));
  return {
    /** threads that stand before the others */
    first,
    threads,
    /** the one that takes the focus when it appears */
    focused,
    /** all that is on the page */
    shown: new Set([...listed, ...replies, ...arrived.map(({ id }) => id)]),
    repliesTo: (thread: Thread) => arrived.filter(({ rootId }) => rootId === thread.id).map(({ id }) => id),
    /** One's own, where it was written. */
    add: (id: string) => {
      setFocused(id);
      setFirst([id, ...first]);
    },
    /** Others': below what they answer, which comes to the top where it was not read yet. */
    show: (comments: NewComment[]) => {
      const tops = new Set(comments.map(({ id, rootId }) => rootId ?? id));
      setFocused(comments[0]?.id ?? null);
      setFirst([...[...tops].filter((id) => !listed.includes(id)), ...first]);
      setArrived([...arrived, ...comments]);
    },
  };
}
