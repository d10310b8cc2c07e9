import { Transform } from 'class-transformer';

/* Control characters, the marks that turn the direction of writing around for what follows, and lone surrogates: none
 * has a use in a post, the database refuses some, and others dress up a text as another. */
const UNWANTED =
  /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u200b\u200e\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff\ufff9-\ufffb\p{Cs}]/gu;

/* No writing puts more marks on a letter (Unicode's stream-safe text): to sort thousands of them takes seconds. */
const STACKED = /(\p{M}{30})\p{M}+/gu;

/** A text of several lines as it is stored: composed characters, plain newlines, nothing invisible, no blank ends. */
export const cleanProse = (text: string): string =>
  text.replace(UNWANTED, '').replace(STACKED, '$1').normalize('NFC').replace(/\r\n?/g, '\n').trim();

/** The same for what is one line: runs of blanks become one. */
export const cleanLine = (text: string): string => cleanProse(text).replace(/\s+/g, ' ');

const cleaned = (clean: (text: string) => string): PropertyDecorator => {
  const one = (value: unknown): unknown => (typeof value === 'string' ? clean(value) : value);
  return Transform(({ value }: { value: unknown }) => (Array.isArray(value) ? value.map(one) : one(value)));
};

/** Cleans an input's field of several lines, or each of a list, before it is validated. */
export const Prose = (): PropertyDecorator => cleaned(cleanProse);

/** Cleans an input's one-line field before it is validated. */
export const Line = (): PropertyDecorator => cleaned(cleanLine);
