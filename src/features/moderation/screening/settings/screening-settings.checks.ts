import { commonErrors } from '../../../../shared/errors/common.errors.js';
import type { DomainError, FieldProblem } from '../../../../shared/errors/domain-error.js';
import { siteOf } from '../links.js';
import { wordsOf } from '../words.js';
import type { WatchedWord } from './screening-settings.entity.js';
import type { WatchedWordInput } from './screening-settings.inputs.js';

/** With less than this, most of what is said would be held. */
const SHORTEST = 2;
const SITE = /^(?=.{3,253}$)[^\s.]+(\.[^\s.]+)+$/;

const wordProblem = (path: string): FieldProblem => ({
  path,
  code: 'NOT_A_WORD',
  message: {
    en: 'A word of at least two letters or figures; an asterisk only at its end.',
    es: 'Una palabra de al menos dos letras o cifras; el asterisco, solo al final.',
    it: 'Una parola di almeno due lettere o cifre; l’asterisco solo alla fine.',
  },
});

const siteProblem = (path: string): FieldProblem => ({
  path,
  code: 'NOT_A_SITE',
  message: {
    en: 'A site, like example.com.',
    es: 'Un sitio, como example.com.',
    it: 'Un sito, come example.com.',
  },
});

/** A list of words without those that say the same twice. @throws DomainError VALIDATION_FAILED */
export function cleanWords(list: WatchedWordInput[]): WatchedWord[] {
  refuse(list.flatMap(({ word }, i) => (isWord(word) ? [] : [wordProblem(`watchedWords.${i}.word`)])));
  const words = list.map(({ word, language, action }) => ({ word, language: language ?? null, action }));
  return [...new Map(words.map((word) => [keyOf(word), word])).values()];
}

/** A list of sites, from addresses as people copy them. @throws DomainError VALIDATION_FAILED */
export function cleanSites(list: string[]): string[] {
  const sites = list.map((address) => siteOf(address.trim()) ?? '');
  refuse(sites.flatMap((site, i) => (SITE.test(site) ? [] : [siteProblem(`blockedLinks.${i}`)])));
  return [...new Set(sites)].sort();
}

function isWord(word: string): boolean {
  const letters = wordsOf(word).reduce((sum, { text }) => sum + text.length, 0);
  return letters >= SHORTEST && !word.slice(0, -1).includes('*');
}

const keyOf = ({ word, language, action }: WatchedWord): string => {
  const words = wordsOf(word).map(({ text }) => text);
  return [...words, word.endsWith('*'), language, action].join(' ');
};

function refuse(fields: FieldProblem[]): void {
  const error: DomainError | null = fields.length > 0 ? commonErrors.VALIDATION_FAILED({ fields }) : null;
  if (error) throw error;
}
