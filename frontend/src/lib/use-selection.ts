import { useRef, useState } from 'react';

/** Which rows of a list are chosen: one by one, or from the one chosen last to this one. */
export function useSelection(ids: readonly string[]) {
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const last = useRef<string | null>(null);
  const toggle = (id: string, range = false) => {
    const from = range && last.current !== null ? ids.indexOf(last.current) : -1;
    const to = ids.indexOf(id);
    const wanted = !chosen.has(id);
    const rows = from < 0 ? [id] : ids.slice(Math.min(from, to), Math.max(from, to) + 1);
    const next = new Set(chosen);
    for (const row of rows) {
      if (from >= 0 || wanted) next.add(row);
      else next.delete(row);
    }
    last.current = id;
    setChosen(next);
  };
  return {
    /** in the order of the list; rows that are gone are not chosen */
    chosen: ids.filter((id) => chosen.has(id)),
    toggle,
    set: (rows: readonly string[]) => setChosen(new Set(rows)),
  };
}
