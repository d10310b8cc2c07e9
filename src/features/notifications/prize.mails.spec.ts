import { Locale } from '../../shared/errors/locale.js';
import { prizeWonMail, type Worth } from './prize.mails.js';

const NONE: Worth = { amountMinor: null, currency: null, points: null, shareBasisPoints: null };
const EUROS: Worth = { ...NONE, amountMinor: 100_000, currency: 'EUR' };

/** What the mail says of the prize. */
const told = (locale: Locale, whole: Worth, part: Worth = whole): string => {
  const about = {
    name: 'Ana',
    company: 'Forno',
    title: 'Warm bread',
    url: 'https://x.example',
    unsubscribeUrl: undefined,
  };
  const won = {
    challenge: 'Bread?',
    prize: 'First',
    reason: 'It helps.',
    state: 'PENDING',
    dueAt: new Date(),
    whole,
    part,
  };
  const { text } = prizeWonMail(locale, { ...about, ...won });
  return /[^.!?]*First.*/
    .exec(text)![0]
    .trim()
    .replace(/\u00a0/g, ' ');
};

describe('the mail of a win', () => {
  it('says how much money it is, as its reader writes it', () => {
    expect(told(Locale.EN, EUROS)).toBe('The prize: First (€1,000).');
    expect(told(Locale.ES, EUROS)).toBe('El premio: First (1000 €).');
    expect(told(Locale.IT, { ...EUROS, amountMinor: 99_950 })).toBe('Il premio: First (999,50 €).');
    expect(told(Locale.EN, { ...EUROS, currency: 'CLP' })).toContain('100,000');
  });

  it('says what the reader’s part is, where several share it', () => {
    expect(told(Locale.EN, EUROS, { ...EUROS, amountMinor: 50_000 })).toBe(
      'The prize: First (€1,000). Your part: €500.',
    );
    const share = { ...NONE, shareBasisPoints: 250 };
    expect(told(Locale.ES, share, { ...NONE, shareBasisPoints: 125 })).toBe(
      'El premio: First (2,5 % de lo que gane). Tu parte: 1,25 % de lo que gane.',
    );
  });

  it('says of points that they are there already', () => {
    const points = { ...NONE, points: 300 };
    expect(told(Locale.EN, points)).toBe('The prize: First (300 points). The points are already in your account.');
    expect(told(Locale.IT, points, { ...NONE, points: 1 })).toBe(
      'Il premio: First (300 punti). La tua parte: 1 punto. I punti sono già sul tuo conto.',
    );
  });

  it('says no more than its name where that says it all', () => {
    expect(told(Locale.EN, NONE)).toBe('The prize: First.');
  });
});
