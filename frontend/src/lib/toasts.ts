import { onEpoch } from './session';
import { createStore } from './store';

/** A short message that comes and goes. Never the only place of an error that belongs to a field. */
export interface Toast {
  id: number;
  message: string;
  tone: 'info' | 'success' | 'error';
  action?: { label: string; run: () => void };
  /** Who shows it takes it away: it neither goes by itself nor makes room for others. */
  stays?: boolean;
}

const AT_MOST = 3;
let nextId = 1;

export const toasts = createStore<Toast[]>([]);

// what was said to one person, and what could be done about it, is nothing to the next
onEpoch(() => toasts.set([]));

/** @returns its id */
export function toast(message: string, options: Partial<Omit<Toast, 'id' | 'message'>> = {}): number {
  const others = toasts.get().filter((shown) => shown.stays || shown.message !== message);
  const oldest = others.filter(({ stays }) => !stays).slice(0, 1 - AT_MOST);
  const id = nextId++;
  toasts.set([...others.filter((shown) => !oldest.includes(shown)), { id, message, tone: 'info', ...options }]);
  return id;
}

export const toastError = (message: string): number => toast(message, { tone: 'error' });

export const dismissToast = (id: number): void => toasts.set(toasts.get().filter((shown) => shown.id !== id));

export function runToast({ id, action }: Toast): void {
  dismissToast(id);
  action?.run();
}
