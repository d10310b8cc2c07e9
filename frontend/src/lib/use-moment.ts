import { useEffect, useRef, useState } from 'react';

/** Timers hold no more than 24.8 days. */
const LONGEST = 86_400_000;
/** The server's clock decides; ours may run a little ahead. */
const MARGIN = 1_000;

/** Calls back when a moment has come. */
export function useMoment(at: string | null, reached: () => void): void {
  const callback = useRef(reached);
  callback.current = reached;
  useEffect(() => {
    if (!at || Date.parse(at) <= Date.now()) return;
    let timer: ReturnType<typeof setTimeout>;
    const wait = () => {
      const left = Date.parse(at) + MARGIN - Date.now();
      timer = left > 0 ? setTimeout(wait, Math.min(left, LONGEST)) : setTimeout(() => callback.current());
    };
    wait();
    return () => clearTimeout(timer);
  }, [at]);
}

/** The time now, moving on while it matters: every second in the last minute, else every half minute. */
export function useNow(until: string): number {
  const [now, setNow] = useState(Date.now);
  const left = Date.parse(until) - now;
  useEffect(() => {
    if (left <= 0) return;
    const timer = setTimeout(() => setNow(Date.now()), left < 60_000 ? 1_000 : 30_000);
    return () => clearTimeout(timer);
  }, [now, left]);
  return now;
}
