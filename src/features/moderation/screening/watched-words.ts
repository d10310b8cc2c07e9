import { registerEnumType } from '@nestjs/graphql';
import type { Locale } from '../../../shared/errors/locale.js';
import { type Word, wordsOf } from './words.js';

/** What happens to a post with a watched word. */
export enum WatchedWordAction {
  BLOCK = 'BLOCK',
  HOLD = 'HOLD',
  FLAG = 'FLAG',
  MASK = 'MASK',
}
registerEnumType(WatchedWordAction, {
  name: 'WatchedWordAction',
  description: 'What happens to a post with a watched word.',
  valuesMap: {
    BLOCK: { description: 'It is refused; its author can write it differently.' },
    HOLD: { description: 'It waits for a moderator.' },
    FLAG: { description: 'It is published, and a moderator looks at it.' },
    MASK: {
      description:
        'It is published, but the word is covered, in an automatic decision that its author is told of and can appeal.',
    },
  },
});

/** One watched word, or several in a row; `*` at the end stands for any ending. */
export interface Watched {
  word: string;
  /** of texts in any language where it is null */
  language: Locale | null;
  action: WatchedWordAction;
}

/** Where a watched word was found. */
export interface Hit {
  watched: Watched;
  from: number;
  to: number;
}

interface Entry {
  watched: Watched;
  words: string[];
  /** whether the last word may go on */
  open: boolean;
}

/** A company's watched words, ready to be looked for: what that takes does not grow with their number. */
export class WatchedWords {
  private readonly whole = new Map<string, Entry[]>();
  private readonly beginnings = new Map<string, Entry[]>();
  private readonly lengths: number[];

  constructor(list: Watched[]) {
    for (const watched of list) {
      const words = wordsOf(watched.word).map(({ text }) => text);
      const open = watched.word.endsWith('*');
      if (words.length === 0) continue;
      const place = open && words.length === 1 ? this.beginnings : this.whole;
      place.set(words[0]!, [...(place.get(words[0]!) ?? []), { watched, words, open }]);
    }
    this.lengths = [...new Set([...this.beginnings.keys()].map(({ length }) => length))];
  }

  /** The watched words of a text in one of these languages; null stands for a language that is not known. */
  find(text: Word[], languages: Set<Locale | null>): Hit[] {
    const applies = ({ watched: { language } }: Entry) =>
      language === null || languages.has(null) || languages.has(language);
    return text.flatMap((word, at) =>
      this.beginningWith(word.text)
        .filter((entry) => applies(entry) && matches(entry, text, at))
        .map(({ watched, words }) => ({ watched, from: word.from, to: text[at + words.length - 1]!.to })),
    );
  }

  private beginningWith(word: string): Entry[] {
    const open = this.lengths.flatMap((length) => this.beginnings.get(word.slice(0, length)) ?? []);
    return [...(this.whole.get(word) ?? []), ...open];
  }
}

function matches({ words, open }: Entry, text: Word[], at: number): boolean {
  return words.every((word, i) => {
    const found = text[at + i]?.text;
    return found === word || (open && i === words.length - 1 && !!found?.startsWith(word));
  });
}
