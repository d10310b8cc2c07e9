import type { Locale } from '../../../shared/errors/locale.js';
import type { Effect } from '../decisions/decision.entity.js';

interface CoveredWords {
  words: (passages: readonly string[]) => string;
  files: (count: number) => string;
}

const COVERED: Record<Locale, CoveredWords> = {
  en: {
    words: (passages) => `Words that are covered here: ${passages.map((one) => `“${one}”`).join(', ')}.`,
    files: (count) => `Files with such a word in their name: ${count}.`,
  },
  es: {
    words: (passages) => `Palabras que aquí se tapan: ${passages.map((one) => `«${one}»`).join(', ')}.`,
    files: (count) => `Archivos con una de esas palabras en el nombre: ${count}.`,
  },
  it: {
    words: (passages) => `Parole che qui vengono coperte: ${passages.map((one) => `«${one}»`).join(', ')}.`,
    files: (count) => `File con una di queste parole nel nome: ${count}.`,
  },
};

/** The facts of a decision that covered words by itself, in the author’s language. */
export function coveredFacts(locale: Locale, { maskedIdea, maskedComment }: Effect): string[] {
  const { words, files } = COVERED[locale];
  const { passages = [] } = maskedIdea ?? maskedComment ?? {};
  const fileCount = maskedIdea?.attachmentIds.length ?? 0;
  return [...(passages.length > 0 ? [words(passages)] : []), ...(fileCount > 0 ? [files(fileCount)] : [])];
}
