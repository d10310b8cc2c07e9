import { useEffect, useState } from 'react';

/** Whether the page has been painted and has had a moment of rest: for what may come after all else. */
export function useIdle(): boolean {
  const [idle, setIdle] = useState(false);
  useEffect(() => {
    const run = () => setIdle(true);
    if (!('requestIdleCallback' in window)) {
      const timer = setTimeout(run, 2000);
      return () => clearTimeout(timer);
    }
    const handle = requestIdleCallback(run, { timeout: 5000 });
    return () => cancelIdleCallback(handle);
  }, []);
  return idle;
}
