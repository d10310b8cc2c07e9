import { type RefObject, useEffect, useRef } from 'react';

/** For a row of links that may be wider than the screen: brings the current one into view, and moves nothing else. */
export function useCurrentInView(place: string): RefObject<HTMLElement | null> {
  const nav = useRef<HTMLElement>(null);
  useEffect(() => {
    const current = nav.current?.querySelector<HTMLElement>('[aria-current=page]');
    if (!current || !nav.current) return;
    const { left, width } = current.getBoundingClientRect();
    const frame = nav.current.getBoundingClientRect();
    nav.current.scrollLeft += left - frame.left - (frame.width - width) / 2;
  }, [place]);
  return nav;
}
