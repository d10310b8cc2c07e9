import { createStore } from './store';

/** A short message that comes and goes. Never the only place of an error that belongs to a field. */
export interface Toast {
  id: number;
  message: string;
  tone: 'info' | 'success' | 'error';
  action?: { label: string; run: () => void };
  /** milliseconds; 7,000 when nothing is said */
  lasts?: number;
  /** Called when it goes without its action having been taken: what can then no longer be undone. */
  onGone?: () => void;
}

const AT_MOST = 3;
let nextId = 1;

export const toasts = createStore<Toast[]>([]);

export function toast(message: string, options: Partial<Omit<Toast, 'id' | 'message'>> = {}): void {
  const before = toasts.get();
  const others = before.filter((shown) => shown.message !== message).slice(1 - AT_MOST);
  toasts.set([...others, { id: nextId++, message, tone: 'info', ...options }]);
  for (const gone of before) if (!others.includes(gone)) gone.onGone?.();
}

export const toastError = (message: string): void => toast(message, { tone: 'error' });

function take(id: number): Toast | undefined {
  const taken = toasts.get().find((shown) => shown.id === id);
  toasts.set(toasts.get().filter((shown) => shown !== taken));
  return taken;
}

export const dismissToast = (id: number): void => take(id)?.onGone?.();
export const runToast = (id: number): void => take(id)?.action?.run();

/** Whoever leaves has made up their mind. */
export const dismissAllToasts = (): void => toasts.get().forEach(({ id }) => dismissToast(id));
