import { useEffect, useRef, useState } from 'react';

const PAUSE = 4000;

/** What a live region says of something that may change all the time: the newest, every few seconds at most. */
export function useSpoken(text: string): string {
  const [spoken, setSpoken] = useState('');
  const newest = useRef(text);
  const timer = useRef<ReturnType<typeof setTimeout> | null>(null);
  useEffect(() => {
    newest.current = text;
    if (timer.current || text === spoken) return;
    timer.current = setTimeout(() => {
      timer.current = null;
      setSpoken(newest.current);
    }, PAUSE);
  }, [text, spoken]);
  useEffect(() => () => clearTimeout(timer.current ?? undefined), []);
  return spoken;
}
