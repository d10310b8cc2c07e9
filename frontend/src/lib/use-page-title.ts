import { useEffect } from 'react';

const NAME = 'Cocrea';

/** The page's name in the browser's tab and history. Waits for data: pass undefined until then. */
export function usePageTitle(title: string | undefined): void {
  useEffect(() => {
    if (title !== undefined) document.title = title ? `${title} — ${NAME}` : NAME;
  }, [title]);
}
