import { useEffect, useMemo, useRef } from 'react';

const PAUSE = 1_500;

export interface Autosave {
  /** After a pause in the typing. */
  later: () => void;
  /** Now; resolves when it is done. */
  now: () => Promise<void>;
  /** Not any more; resolves when what is under way is done. */
  stop: () => Promise<void>;
}

/** Those that may still have something to save. */
const open = new Set<() => Promise<void>>();

/** Whatever waits for a pause is saved now; resolves when all of it is done. */
export const saveAll = async (): Promise<void> => void (await Promise.all([...open].map((save) => save())));

/** Saves after a pause, one at a time, and at once when the page is left. */
export function useAutosave(save: () => Promise<void>): Autosave {
  const latest = useRef(save);
  latest.current = save;
  const autosave = useMemo(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    let running = Promise.resolve();
    const stop = () => {
      clearTimeout(timer);
      timer = undefined;
      return running;
    };
    const now = () => {
      void stop();
      running = running.then(() => latest.current());
      return running;
    };
    const later = () => {
      void stop();
      timer = setTimeout(() => void now(), PAUSE);
    };
    return { later, now, stop, finish: () => (timer ? now() : running) };
  }, []);
  useEffect(() => {
    const finish = () => autosave.finish();
    open.add(finish);
    return () => void finish().finally(() => open.delete(finish));
  }, [autosave]);
  return autosave;
}
