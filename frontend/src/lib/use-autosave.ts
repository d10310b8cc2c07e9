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
    return { later, now, stop, leave: () => timer && void now() };
  }, []);
  useEffect(() => () => void autosave.leave(), [autosave]);
  return autosave;
}
