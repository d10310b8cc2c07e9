import { guessLanguage } from './guess-language';

test.each([
  ['ES', 'Una luz que avisa cuando el vagón es muy ruidoso, para los que quieren dormir'],
  ['IT', 'Una luce che avvisa quando il vagone è rumoroso, per chi non riesce a dormire'],
  ['EN', 'A light that tells you when the carriage is too loud for people who want to sleep'],
  [null, 'Café'],
])('%s', (locale, text) => expect(guessLanguage(text)).toBe(locale));
