import { createStore } from './store';

/** Whether what is shown is what was seen before, because the server cannot be reached; and of when it is, if known. */
export const offline = createStore<{ since: number | null } | null>(null);

/** The server has answered. */
export const reached = (): void => {
  if (offline.get()) offline.set(null);
};

/** It has not; something from then is shown instead. */
export function unreached(at: number | null): void {
  const oldest = offline.get()?.since ?? at;
  offline.set({ since: at === null || oldest === null ? oldest : Math.min(at, oldest) });
}

addEventListener('offline', () => unreached(null));
addEventListener('online', reached);
