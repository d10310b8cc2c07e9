import { useEffect, useRef } from 'react';

const TYPING = 'input:not([type=checkbox]), textarea, select, [contenteditable], dialog[open] *';

/** To be spread on what holds the queue and the open item. A click on any of it brings the focus. */
export const QUEUE = { 'data-queue': true, tabIndex: -1 };

/**
 * Single keys, never together with Ctrl, Alt or ⌘. They decide in public: so they work only while the focus is in the
 * queue, where nobody presses them by chance or dictates them (WCAG 2.1.4).
 */
export function useQueueKeys(keys: Record<string, () => void>) {
  const latest = useRef(keys);
  latest.current = keys;
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      const action = latest.current[event.key];
      if (!action || event.ctrlKey || event.altKey || event.metaKey || !(event.target instanceof Element)) return;
      if (!event.target.closest('[data-queue]') || event.target.matches(TYPING)) return;
      event.preventDefault();
      // a key that is held down walks on, but decides once
      if (!event.repeat || 'jk'.includes(event.key)) action();
    };
    document.addEventListener('keydown', press);
    return () => document.removeEventListener('keydown', press);
  }, []);
}
