import { Locale } from '../../../shared/errors/locale.js';
import { type Watched, WatchedWordAction, WatchedWords } from './watched-words.js';
import { wordsOf } from './words.js';

const watched = (word: string, language: Locale | null = null): Watched => ({
  word,
  language,
  action: WatchedWordAction.MASK,
});
const found = (words: Watched[], text: string, languages: (Locale | null)[] = [Locale.EN]) =>
  new WatchedWords(words).find(wordsOf(text), new Set(languages));
const cover = (word: string, text: string) =>
  found([watched(word)], text).reduce(
    (result, { from, to }) => result.slice(0, from) + '•'.repeat(to - from) + result.slice(to),
    text,
  );

describe('watched words', () => {
  it.each([
    ['cafe', 'A CAFÉ, please', 'A ••••, please'],
    ['Ñandú', 'un nandu', 'un •••••'],
    ['cafe', 'A cafeteria', 'A cafeteria'],
    ['cafe*', 'Cafeterias and decafe', '•••••••••• and decafe'],
    ['buy now', 'Buy, now! Buy it now.', '••••••••! Buy it now.'],
    ['free mon*', 'Free money for free', '•••••••••• for free'],
    ['a1', 'Grade a1 and A1', 'Grade •• and ••'],
    ['cafe', 'Cafe\u0301 or c\u0323\u0301a\u0301fe', '••••• or •••••••'],
    ['слово', 'Слово за слово', '••••• за •••••'],
  ])('%s in “%s”', (word, text, result) => expect(cover(word, text)).toBe(result));

  it('of one language are left alone in others, but not where the language is not known', () => {
    const words = [watched('once', Locale.ES)];
    expect(found(words, 'Once more', [Locale.EN])).toHaveLength(0);
    expect(found(words, 'Once panes', [Locale.EN, Locale.ES])).toHaveLength(1);
    expect(found(words, 'Once', [null])).toHaveLength(1);
  });

  it('may say the same thing twice with different acts', () => {
    const hold = { ...watched('bread'), action: WatchedWordAction.HOLD };
    expect(found([watched('bread'), hold], 'bread').map(({ watched: { action } }) => action)).toEqual(['MASK', 'HOLD']);
  });

  it('no word is taken for a member that every object has', () => {
    expect(found([watched('bread')], 'constructor __proto__ toString')).toEqual([]);
  });
});
