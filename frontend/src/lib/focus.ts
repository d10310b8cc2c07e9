import { type MouseEvent, type RefObject, useLayoutEffect, useRef } from 'react';

/** For what goes away with the focus in it: then the first that the selector finds has it. */
export function useFocusAfter<E extends HTMLElement>(selector: string): RefObject<E | null> {
  const part = useRef<E>(null);
  useLayoutEffect(() => {
    const element = part.current;
    return () => {
      if (!element?.contains(document.activeElement)) return;
      // once what takes its place is there
      queueMicrotask(() => element.isConnected || document.querySelector<HTMLElement>(selector)?.focus());
    };
  }, [selector]);
  return part;
}

/**
 * For the buttons `data-remove` of the lines in a `data-lines`: the focus goes to the next such button, else to the
 * one before, else to what adds a line, `data-add` or an input.
 */
export const thenNext =
  (remove: () => void) =>
  ({ currentTarget }: MouseEvent<HTMLElement>) => {
    const lines = currentTarget.closest('[data-lines]');
    const buttons = () => [...(lines?.querySelectorAll<HTMLElement>('[data-remove]') ?? [])];
    const at = buttons().indexOf(currentTarget);
    remove();
    requestAnimationFrame(() => {
      const left = buttons();
      const adds = () => lines?.querySelector<HTMLElement>('[data-add]') ?? lines?.querySelector('input');
      (left[at] ?? left.at(-1) ?? adds())?.focus();
    });
  };
