import type { Messages } from '@lingui/core';

/** A folder's catalogues, by file name. */
export type Catalogues = Record<string, () => Promise<{ messages: Messages }>>;

/** What features share; each feature's own comes with its first page. */
export const shared: Catalogues = import.meta.glob<{ messages: Messages }>('../locales/*.po');
