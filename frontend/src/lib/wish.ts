import { type Wish, WISH } from './use-voting';

const LASTS = 86_400_000;

function read(storage: Storage): Wish | null {
  try {
    const wish = JSON.parse(storage.getItem(WISH) ?? 'null') as Wish | null;
    return wish && Date.now() - wish.at < LASTS ? wish : null;
  } catch {
    return null;
  }
}

/** Somebody signs in: who does so for another reason has given it up. */
export function dropOtherWish(next: string | undefined): void {
  if (read(sessionStorage)?.next !== next) sessionStorage.removeItem(WISH);
}

/** Across the mail that confirms an address, whose link opens another tab. */
export function moveWish(from: Storage, to: Storage): void {
  const wish = read(from);
  from.removeItem(WISH);
  if (wish) to.setItem(WISH, JSON.stringify(wish));
}

/** What was wished before signing in led back here; once. */
export function takeWish(here: string): Wish | null {
  const wish = read(sessionStorage);
  if (wish?.next !== here) return null;
  sessionStorage.removeItem(WISH);
  return wish;
}
