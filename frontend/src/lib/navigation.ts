/** After a move to another page the new page's heading takes the focus, whenever its data lets it appear. */
let awaited = false;

export const expectHeading = (): void => {
  awaited = true;
};

export function focusHeading(heading: HTMLElement): void {
  if (!awaited) return;
  awaited = false;
  heading.focus({ preventScroll: true });
}

/** The path to come back to after signing in: only ever one of this site. */
export const safeNext = (next: string | undefined): string => (next && /^\/(?![/\\])/.test(next) ? next : '/');

const NEXT = 'cocrea-next';

/** Across the mail that confirms an address: its link opens a page that knows nothing of this one. */
export const rememberNext = (next: string | undefined): void => {
  if (next) localStorage.setItem(NEXT, next);
};

export function takeRememberedNext(): string {
  const next = localStorage.getItem(NEXT) ?? undefined;
  localStorage.removeItem(NEXT);
  return safeNext(next);
}
