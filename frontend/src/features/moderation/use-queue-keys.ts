import { useEffect, useRef } from 'react';

const TYPING = 'input, textarea, select, [contenteditable], dialog[open] *';

/** Single keys that work anywhere on the page but in fields and dialogs, and never together with Ctrl, Alt or ⌘. */
export function useQueueKeys(keys: Record<string, () => void>) {
  const latest = useRef(keys);
  latest.current = keys;
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      const action = latest.current[event.key];
      if (!action || event.ctrlKey || event.altKey || event.metaKey) return;
      if (event.target instanceof Element && event.target.matches(TYPING)) return;
      event.preventDefault();
      action();
    };
    document.addEventListener('keydown', press);
    return () => document.removeEventListener('keydown', press);
  }, []);
}
