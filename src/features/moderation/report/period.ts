export interface Span {
  from: Date;
  until: Date;
}

/** When a period begins and is over, in UTC. @param period 2026-03, 2026-H1 or 2026 */
export function spanOf(period: string): Span {
  const [year, part = ''] = period.split('-') as [string, string?];
  const [first, months] = part.startsWith('H') ? [part === 'H1' ? 0 : 6, 6] : part ? [Number(part) - 1, 1] : [0, 12];
  const at = (month: number) => new Date(Date.UTC(Number(year), month, 1));
  return { from: at(first), until: at(first + months) };
}

export const isPeriod = (text: unknown): text is string =>
  typeof text === 'string' && /^20\d\d(-(0[1-9]|1[0-2])|-H[12])?$/.test(text);
