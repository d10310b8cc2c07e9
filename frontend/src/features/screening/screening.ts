import { graphql } from '@/gql';
import type { Locale, ScreeningFieldsFragment, WatchedWordAction } from '@/gql/graphql';
import { differs } from '@/lib/merge';

export const Screening = graphql(`
  query Screening($companyId: ID!) {
    screeningSettings(companyId: $companyId) {
      ...ScreeningFields
      learned {
        keptCount
        removedCount
        precision
        recall
        trainedAt
        active
      }
    }
  }
  fragment ScreeningFields on ScreeningSettings {
    spamChecks
    watchedWords {
      word
      language
      action
    }
    blockedLinks
    version
  }
`);

export const UpdateScreening = graphql(`
  mutation UpdateScreening($input: UpdateScreeningInput!) {
    updateScreening(input: $input) {
      ...ScreeningFields
    }
  }
`);

export interface Word {
  word: string;
  language: Locale | null;
  action: WatchedWordAction;
}

/** What is edited. */
export interface ScreeningValues {
  spamChecks: boolean;
  words: Word[];
  sites: string[];
}

export const valuesOf = ({ spamChecks, watchedWords, blockedLinks }: ScreeningFieldsFragment): ScreeningValues => ({
  spamChecks,
  words: watchedWords.map(({ word, language, action }) => ({ word, language: language ?? null, action })),
  sites: blockedLinks,
});

/** Only what was changed, as the API takes it. */
export const changesOf = (stored: ScreeningValues, { spamChecks, words, sites }: ScreeningValues) => ({
  ...(spamChecks !== stored.spamChecks && { spamChecks }),
  ...(differs(words, stored.words) && { watchedWords: words }),
  ...(differs(sites, stored.sites) && { blockedLinks: sites }),
});

export const keyOf = ({ word, language, action }: Word): string =>
  `${word.toLocaleLowerCase()} ${language ?? ''} ${action}`;

/** A list of theirs with what I added, and without what I took away. */
function mergedList<T>(base: T[], theirs: T[], mine: T[], key: (item: T) => string): T[] {
  const [before, kept, there] = [base, mine, theirs].map((list) => new Set(list.map(key)));
  const rest = theirs.filter((item) => kept!.has(key(item)) || !before!.has(key(item)));
  return [...rest, ...mine.filter((item) => !before!.has(key(item)) && !there!.has(key(item)))];
}

/** Two managers have changed it at once: what each added is there, what either took away is not. */
export const mergeScreening = (
  base: ScreeningValues,
  theirs: ScreeningValues,
  mine: ScreeningValues,
): ScreeningValues => ({
  spamChecks: mine.spamChecks === base.spamChecks ? theirs.spamChecks : mine.spamChecks,
  words: mergedList(base.words, theirs.words, mine.words, keyOf),
  sites: mergedList(base.sites, theirs.sites, mine.sites, (site) => site),
});

/** Several at once, by lines or commas. */
export const wordsIn = (text: string): string[] => [
  ...new Set(
    text
      .split(/[\n,;]/)
      .map((word) => word.trim().replace(/\s+/g, ' '))
      .filter(Boolean),
  ),
];

/** The server has the last word: this spares the way there. */
export const isWord = (word: string): boolean =>
  (word.match(/[\p{L}\p{N}]/gu) ?? []).length >= 2 && !word.slice(0, -1).includes('*') && word.length <= 80;
