import { createStore } from './store';

/** A short message that comes and goes. Never the only place of an error that belongs to a field. */
export interface Toast {
  id: number;
  message: string;
  tone: 'info' | 'success' | 'error';
  action?: { label: string; run: () => void };
}

const AT_MOST = 3;
let nextId = 1;

export const toasts = createStore<Toast[]>([]);

export function toast(message: string, options: Partial<Pick<Toast, 'tone' | 'action'>> = {}): void {
  const others = toasts.get().filter((shown) => shown.message !== message);
  const added: Toast = { id: nextId++, message, tone: 'info', ...options };
  toasts.set([...others, added].slice(-AT_MOST));
}

export const toastError = (message: string): void => toast(message, { tone: 'error' });

export const dismissToast = (id: number): void => toasts.set(toasts.get().filter((shown) => shown.id !== id));
