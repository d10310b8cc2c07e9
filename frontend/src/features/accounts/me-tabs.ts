/** Apart from the page: addresses are read before its script is there. */
export const TABS = [
  'ideas',
  'votes',
  'following',
  'drafts',
  'rewards',
  'standing',
  'notifications',
  'settings',
] as const;
export type Tab = (typeof TABS)[number];

export const PARTS = ['profile', 'notifications', 'account'] as const;
export type Part = (typeof PARTS)[number];
