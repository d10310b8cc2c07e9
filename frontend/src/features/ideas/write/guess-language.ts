import type { Locale } from '@/gql/graphql';

/** The small words that each language cannot do without, and the two others do not have. */
const SMALL_WORDS: Record<Locale, string> = {
  ES: 'el los las y del una por con para que se es en más como pero hay muy sin sobre cuando este esta qué cada',
  IT: 'il gli di che è per una con non sono della nel alla più come ma anche quando questo questa dei ogni ho cosa dal',
  EN: 'the and of to in is that it for with on this are be you we have can would from when what not every there',
};
const ENOUGH = 3;

const sets = Object.entries(SMALL_WORDS).map(
  ([locale, words]) => [locale as Locale, new Set(words.split(' '))] as const,
);

/** What a text seems to be written in; null while it is too short to tell. Only a hint: the server decides. */
export function guessLanguage(text: string): Locale | null {
  const words = text.toLocaleLowerCase().match(/\p{L}+/gu) ?? [];
  const ranked = sets
    .map(([locale, small]) => ({ locale, found: words.filter((word) => small.has(word)).length }))
    .sort((a, b) => b.found - a.found);
  const [first, second] = ranked;
  return first && second && first.found >= ENOUGH && first.found > second.found * 1.5 ? first.locale : null;
}
