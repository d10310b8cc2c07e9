/** What another's words may not do inside a text of one's own: be Markdown, name somebody, become a link, or begin a list. */
const MARKS = /[\\`*_{}[\]<>#@|~&]|:(?=\/\/)|(?<=\bwww)\.|(?<=^\s*)[-+=]|(?<=^\s*\d+)[.)]/gi;

/** A text of somebody else's as Markdown that shows it and nothing more. */
const asWritten = (text: string): string => text.replace(MARKS, '\\$&');

/**
 * Puts values into the places `{name}` of a Markdown text, once and as they are written; other braces stay. The pages
 * do the same where they show it beforehand.
 */
export const fillIn = (text: string, values: Record<string, string>): string =>
  text.replace(/\{(\w+)\}/g, (place, name: string) => (Object.hasOwn(values, name) ? asWritten(values[name]!) : place));
