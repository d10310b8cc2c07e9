import fc from 'fast-check';
import { Locale } from '../errors/locale.js';
import { cleanLine, cleanProse } from './clean.js';
import { DiffKind, diffText } from './diff.js';
import { fillIn } from './fill-in.js';
import { detectLanguage } from './language.js';
import { keptByText, renderMarkdown } from './markdown.js';

describe('diffText', () => {
  const without = (kind: DiffKind, parts: ReturnType<typeof diffText>) =>
    parts
      .filter((part) => part.kind !== kind)
      .map(({ text }) => text)
      .join('');

  it('holds both texts whole', () => {
    const words = fc
      .array(fc.constantFrom('bread ', 'warm\n', 'at, ', 'ocho ', 'ñ', '👩‍🍳 '), { maxLength: 30 })
      .map((all) => all.join(''));
    fc.assert(
      fc.property(words, words, (before, after) => {
        const parts = diffText(before, after);
        expect([without(DiffKind.ADDED, parts), without(DiffKind.REMOVED, parts)]).toEqual([before, after]);
      }),
    );
  });

  it('gives up on texts with nothing in common, soon', () => {
    const random = () => Array.from({ length: 3_000 }, () => Math.random().toString(36).slice(2, 7)).join(' ');
    const [before, after] = [random(), random()];
    const parts = diffText(before, after);
    expect([without(DiffKind.ADDED, parts), without(DiffKind.REMOVED, parts)]).toEqual([before, after]);
  });
});

describe('detectLanguage', () => {
  it.each([
    ['Me gustaría que pusieran más pan sin gluten', Locale.ES],
    ['Vorrei più posti a sedere davanti al municipio', Locale.IT],
    ['More seats in front of the town hall, please', Locale.EN],
    ['Ich hätte gern mehr Bänke vor dem Rathaus', null],
    ['Bonjour à tous, comment allez-vous ce matin', null],
    ['👍', Locale.IT],
  ])('%s', (text, language) => expect(detectLanguage(text, Locale.IT)).toBe(language));
});

describe('cleaning', () => {
  it('removes what can’t be seen or stored, and composes the rest', () => {
    expect(cleanProse(' a\u0000\u202eb\r\nc\ud800 ')).toBe('ab\nc');
    expect(cleanLine('  e\u0301l\n\t está ')).toBe('él está');
    expect(cleanProse('👩‍🍳 ok')).toBe('👩‍🍳 ok');
  });

  it('leaves no more marks on a letter than any writing has, whatever is hidden between them', () => {
    const stacked = cleanProse(`a${'\u0301\u200b\u0323'.repeat(20_000)}b`);
    expect(stacked.replace(/[^\p{M}]/gu, '').length).toBeLessThanOrEqual(30);
    expect(stacked.endsWith('b')).toBe(true);
    expect(cleanProse('Nguye\u0302\u0303n')).toBe('Nguyễn');
  });
});

describe('what is filled in', () => {
  it.each([
    '---',
    '===',
    '- bread',
    '+ bread',
    '* bread',
    '1. bread',
    '12) bread',
    '# bread',
    '> bread',
    '~~~',
    '| a |',
  ])('shows “%s” and nothing more, wherever it stands', (value) => {
    const shown = value.replace('>', '&gt;');
    expect(renderMarkdown(fillIn('{title}', { title: value }))).toBe(`<p>${shown}</p>`);
    expect(renderMarkdown(fillIn('Dear Ana\n{title}', { title: value }))).toBe(`<p>Dear Ana<br />${shown}</p>`);
  });
});

describe('what is kept by a text', () => {
  it('is made once, and of a very long text each time', () => {
    const made: string[] = [];
    const kept = keptByText((text) => (made.push(text), text.toUpperCase()));
    const long = 'a'.repeat(20_001);
    expect([kept('a'), kept('b'), kept('a')]).toEqual(['A', 'B', 'A']);
    expect(kept(long)).toBe(kept(long));
    expect(made).toEqual(['a', 'b', long, long]);
  });
});
