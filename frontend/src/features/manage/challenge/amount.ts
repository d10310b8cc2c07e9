import { minorDigits } from '@/lib/format';

/** An amount as one would type it. */
export const amountText = (amountMinor: number, currency: string, locale: string): string =>
  new Intl.NumberFormat(locale, { useGrouping: false, maximumFractionDigits: 3 }).format(
    amountMinor / 10 ** minorDigits(currency),
  );

/**
 * What was typed, in the currency's smaller unit; null where it is no amount. The language's own signs count: a point
 * that stands where this language groups thousands is no decimal point.
 */
export function parseAmount(text: string, currency: string, locale: string): number | null {
  const parts = new Intl.NumberFormat(locale, { useGrouping: 'always' }).formatToParts(1234.5);
  const sign = (type: string) => parts.find((part) => part.type === type)?.value ?? '';
  const [group, decimal, digits] = [sign('group'), sign('decimal'), minorDigits(currency)];
  const written = new RegExp(`^(\\d+|\\d{1,3}(?:[${group}]\\d{3})+)(?:[${decimal}](\\d{1,${digits || 1}}))?$`).exec(
    text.trim(),
  );
  const [, whole = '', part = ''] = written ?? [];
  if (!written || part.length > digits) return null;
  return Math.round(Number(`${whole.replace(/\D/g, '')}.${part || 0}`) * 10 ** digits);
}

/** A percentage has two digits after its sign, as most amounts of money have. */
const LIKE_PERCENT = 'EUR';

/** Hundredths of a percent as one would type the percentage. */
export const percentText = (basisPoints: number, locale: string): string =>
  amountText(basisPoints, LIKE_PERCENT, locale);

/** What was typed, in hundredths of a percent, up to 100 %; null where it is no percentage. */
export function parsePercent(text: string, locale: string): number | null {
  const basisPoints = parseAmount(text.replace(/%\s*$/, ''), LIKE_PERCENT, locale);
  return basisPoints !== null && basisPoints <= 10_000 ? basisPoints : null;
}
