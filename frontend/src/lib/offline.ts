import { createStore } from './store';

/** Whether what is shown is what was seen before, because the server cannot be reached; and of when it is, if known. */
export const offline = createStore<{ since: number | null } | null>(null);

let readAgain = (): Promise<boolean> => Promise.resolve(true);
/** How what is shown is made new; answers whether all of it could be. */
export const onReturn = (read: () => Promise<boolean>): void => void (readAgain = read);

let round: { failed: boolean } | null = null;

/** The server has answered: what is shown is read again, and once it is new the notice goes. */
export function reached(): void {
  if (!offline.get() || round) return;
  const mine = (round = { failed: false });
  const end = (all: boolean) => {
    round = null;
    if (all && !mine.failed) offline.set(null);
  };
  void readAgain().then(end, () => end(false));
}

/** It has not; something from then is shown instead. */
export function unreached(at: number | null): void {
  if (round) round.failed = true;
  const oldest = offline.get()?.since ?? at;
  offline.set({ since: at === null || oldest === null ? oldest : Math.min(at, oldest) });
}

addEventListener('offline', () => unreached(null));
addEventListener('online', reached);
