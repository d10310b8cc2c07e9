import type { VoteValue } from '@/gql/graphql';

/** What a visitor tapped before they were led to sign in. */
interface Wish {
  ideaId: string;
  value: VoteValue;
  /** Where they were, and come back to. */
  next: string;
  at: number;
}

/** In this tab only: nobody's address can ask for a vote. Goes with whoever signs out. */
const WISH = 'cocrea-wish/vote';
const LASTS = 86_400_000;

function read(storage: Storage): Wish | null {
  try {
    const wish = JSON.parse(storage.getItem(WISH) ?? 'null') as Wish | null;
    return wish && Date.now() - wish.at < LASTS ? wish : null;
  } catch {
    return null;
  }
}

export const keepWish = (wish: Omit<Wish, 'at'>): void =>
  sessionStorage.setItem(WISH, JSON.stringify({ ...wish, at: Date.now() } satisfies Wish));

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

/** The vote that was wished for this idea, once, where it was wished. */
export function takeWish(ideaId: string): VoteValue | null {
  const wish = read(sessionStorage);
  if (wish?.ideaId !== ideaId || wish.next !== location.pathname + location.search) return null;
  sessionStorage.removeItem(WISH);
  return wish.value;
}
