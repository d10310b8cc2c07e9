import { textParam } from '@/lib/search';

/** A month, half of a year or a year of UTC: 2026-03, 2026-H1, 2026. */
export const periodParam = (value: unknown): string | undefined => {
  const text = textParam(value);
  return text && /^20\d\d(-(0[1-9]|1[0-2])|-H[12])?$/.test(text) ? text : undefined;
};
