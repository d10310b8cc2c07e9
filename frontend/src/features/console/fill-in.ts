// as the server does it (src/shared/text/fill-in.ts), so that a preview never lies
const MARKS = /[\\`*_{}[\]<>#@|~&]|:(?=\/\/)|(?<=\bwww)\.|(?<=^\s*)[-+=]|(?<=^\s*\d+)[.)]/gi;

/** What can be filled in, by the names it has in a text. */
export type Places = Record<'name' | 'title' | 'company', string>;

export const PLACES = ['name', 'title', 'company'] as const;

/** Puts values into the places `{name}` of a Markdown text, as they are written: they can be no Markdown. */
export const fillIn = (text: string, values: Places): string =>
  text.replace(/\{(\w+)\}/g, (place, name: string) =>
    Object.hasOwn(values, name) ? values[name as keyof Places].replace(MARKS, '\\$&') : place,
  );

export const hasPlaces = (text: string): boolean => PLACES.some((name) => text.includes(`{${name}}`));

/** A text with another put in at the caret, in place of what is marked; where the caret is then. */
export function insertAt(text: string, start: number, end: number, added: string): { text: string; caret: number } {
  return { text: text.slice(0, start) + added + text.slice(end), caret: start + added.length };
}
