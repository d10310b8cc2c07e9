/** Tags at most on one idea. */
export const MOST_TAGS = 5;
/** Characters at most in a tag. */
export const LONGEST_TAG = 30;

/**
 * A tag as it is stored and compared: lower case, one blank or hyphen between words, no signs: "#Pan  Casero!" is
 * "pan casero". Accents stay; empty when nothing is left.
 */
export const normaliseTag = (text: string): string =>
  text
    .normalize('NFC')
    .toLowerCase()
    .replace(/[^\p{L}\p{M}\p{N}\s_-]/gu, '')
    .replace(/[\s_]+/g, ' ')
    .replace(/^[ -]+|[ -]+$/g, '');

/** Tags as written, each once and in their order, normalised; the empty ones are gone. */
export const normaliseTags = (tags: string[]): string[] => [...new Set(tags.map(normaliseTag).filter(Boolean))];
