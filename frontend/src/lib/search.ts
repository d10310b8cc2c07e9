/** Reads what the address says, which anybody may have typed: anything unexpected is as if absent. */
export const textParam = (value: unknown): string | undefined =>
  typeof value === 'string' && value ? value : typeof value === 'number' ? String(value) : undefined;

export const choiceParam = <T extends string>(value: unknown, choices: readonly T[]): T | undefined =>
  choices.find((choice) => choice === value);

const UUID = /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/;
/** The id of something. */
export const idParam = (value: unknown): string | undefined => {
  const text = textParam(value);
  return text && UUID.test(text) ? text : undefined;
};

/** A day of the calendar; what a date field holds while it is half typed is none. */
export const dayParam = (value: unknown): string | undefined => {
  const text = textParam(value);
  return text && /^20\d\d-\d\d-\d\d$/.test(text) && !Number.isNaN(Date.parse(text)) ? text : undefined;
};

/** For pages that few open: what their address says is read by the page (`useRead`), not by everybody's script. */
export const unread = <Search extends object>(search: Record<string, unknown>): Search => search as Search;
