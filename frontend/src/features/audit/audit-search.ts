import { dayParam, idParam, textParam } from '@/lib/search';

/** Which entries, as the address says it. */
export interface AuditSearch {
  /** the person */
  by?: string;
  action?: string;
  /** what it was done to */
  about?: string;
  /** 2026-03-01, with that day */
  from?: string;
  to?: string;
}

const actionParam = (value: unknown): string | undefined => {
  const text = textParam(value);
  return text && text.length <= 60 && /^[a-z]+(-[a-z]+)*\.[a-z]+(-[a-z]+)*$/.test(text) ? text : undefined;
};

export const readAuditSearch = (search: Record<string, unknown>): AuditSearch => ({
  by: idParam(search.by),
  action: actionParam(search.action),
  about: idParam(search.about),
  from: dayParam(search.from),
  to: dayParam(search.to),
});
