import { formatters } from '@/lib/format';
import { amountText, parseAmount } from './amount';

describe('An amount of money', () => {
  it.each([
    ['1000', 'EUR', 'en', 100_000],
    ['1,000', 'EUR', 'en', 100_000],
    ['1,000.5', 'EUR', 'en', 100_050],
    ['1.000', 'EUR', 'es', 100_000],
    ['1.000,50', 'EUR', 'it', 100_050],
    ['1000,5', 'EUR', 'es', 100_050],
    ['500000', 'CLP', 'es', 500_000],
    ['500.000', 'CLP', 'es', 500_000],
    ['0', 'EUR', 'en', 0],
    [' 12 ', 'EUR', 'it', 1_200],
  ])('%s %s, typed in %s, is %i of its smaller unit', (text, currency, locale, minor) => {
    expect(parseAmount(text, currency, locale)).toBe(minor);
  });

  it.each([
    ['10.50', 'EUR', 'es'],
    ['1.000', 'EUR', 'en'],
    ['1.00.000', 'EUR', 'it'],
    ['12,5', 'CLP', 'es'],
    ['12,345', 'EUR', 'es'],
    ['-3', 'EUR', 'en'],
    ['3 euros', 'EUR', 'en'],
    ['', 'EUR', 'en'],
  ])('%s %s, typed in %s, is none, rather than a wrong one', (text, currency, locale) => {
    expect(parseAmount(text, currency, locale)).toBeNull();
  });

  it('is written as it can be typed again, and shown in full', () => {
    for (const locale of ['en', 'es', 'it'])
      for (const [minor, currency] of [
        [150_050, 'EUR'],
        [500_000, 'CLP'],
      ] as const)
        expect(parseAmount(amountText(minor, currency, locale), currency, locale)).toBe(minor);
    expect(formatters('es').money(500_000, 'CLP')).toMatch(/^500\.000\s*CLP$/);
    expect(formatters('en').money(150_000, 'EUR')).toBe('€1,500');
  });
});
