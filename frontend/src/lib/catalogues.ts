import type { Messages } from '@lingui/core';

/** Every feature's catalogue in every language; only those of the language in use are loaded. */
export const catalogues = import.meta.glob<{ messages: Messages }>(['../locales/*.po', '../features/*/locales/*.po']);
