import { useRef } from 'react';

/** What a form can tell of whether a person fills it in. */
export interface SignsOfLife {
  writingMs?: number;
  website?: string;
}

/**
 * For how long something is being written, from the first key on, and whether the field was filled in that people do
 * not see. Of what was begun before and came back, nobody knows how long it took.
 */
export function useSignsOfLife(begunBefore: boolean) {
  const since = useRef<number | 'unknown' | null>(begunBefore ? 'unknown' : null);
  const trap = useRef<HTMLInputElement>(null);
  return {
    /** For the form's `onInput`. */
    touch: () => void (since.current ??= performance.now()),
    /** For the `Honeypot`. */
    trap,
    read: (): SignsOfLife => ({
      writingMs: typeof since.current === 'number' ? Math.round(performance.now() - since.current) : undefined,
      website: trap.current?.value || undefined,
    }),
    /** The next text begins. */
    restart: () => void (since.current = null),
  };
}
