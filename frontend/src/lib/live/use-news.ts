import { useRef, useState } from 'react';

interface Row {
  id: string;
}

/** One's own new row is on the page before it counts as news. */
const GRACE = 1000;

/**
 * New rows that wait to be shown. What there was when one began to look is not new; of what comes after a gap, that
 * is which was not there before.
 */
export function useNews<R extends Row>() {
  const known = useRef<Set<string> | null>(null);
  const [news, setNews] = useState<R[]>([]);
  const hear = (rows: readonly R[], whole: boolean) => {
    const first = known.current === null && whole;
    known.current ??= new Set();
    const fresh = rows.filter(({ id }) => !known.current!.has(id));
    for (const { id } of fresh) known.current.add(id);
    if (!first && fresh.length > 0) setTimeout(() => setNews((before) => [...before, ...fresh]), GRACE);
  };
  return { news, hear, clear: () => setNews([]) };
}
