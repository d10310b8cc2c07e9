import { useLingui } from '@lingui/react';

const UNITS: [Intl.RelativeTimeFormatUnit, number][] = [
  ['year', 31_536_000],
  ['month', 2_592_000],
  ['week', 604_800],
  ['day', 86_400],
  ['hour', 3_600],
  ['minute', 60],
];

const SYMBOLS = ['B', 'kB', 'MB', 'GB'] as const;

/** How many digits a currency's smaller unit has: 2 of the euro, none of the Chilean peso. */
export const minorDigits = (currency: string): number =>
  new Intl.NumberFormat('en', { style: 'currency', currency }).resolvedOptions().maximumFractionDigits ?? 2;

/** Dates, numbers and money the way a language writes them. */
export function formatters(locale: string) {
  return {
    number: (value: number) => new Intl.NumberFormat(locale).format(value),
    /** 12,345 as 12K, where room is short. */
    compact: (value: number) =>
      new Intl.NumberFormat(locale, { notation: 'compact', maximumFractionDigits: 1 }).format(value),
    percent: (share: number) => new Intl.NumberFormat(locale, { style: 'percent' }).format(share),
    /** Hundredths of a percent. */
    basisPoints: (value: number) =>
      new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 2 }).format(value / 10_000),
    money: (amountMinor: number, currency: string) => {
      const style = new Intl.NumberFormat(locale, {
        style: 'currency',
        currency,
        trailingZeroDisplay: 'stripIfInteger',
      });
      return style.format(amountMinor / 10 ** minorDigits(currency));
    },
    date: (at: string | Date) => new Intl.DateTimeFormat(locale, { dateStyle: 'long' }).format(new Date(at)),
    dateTime: (at: string | Date) =>
      new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeStyle: 'short' }).format(new Date(at)),
    /** “3 hours ago”, “in 2 days”. */
    relative: (at: string | Date, now = Date.now()) => {
      const seconds = (new Date(at).getTime() - now) / 1000;
      const style = new Intl.RelativeTimeFormat(locale, { numeric: 'auto' });
      const [unit, size] = UNITS.find(([, length]) => Math.abs(seconds) >= length) ?? ['second', 1];
      return unit === 'second' ? style.format(0, 'second') : style.format(Math.round(seconds / size), unit);
    },
    bytes: (size: number) => {
      const power = Math.min(SYMBOLS.length - 1, Math.floor(Math.log10(Math.max(size, 1)) / 3));
      const value = new Intl.NumberFormat(locale, { maximumFractionDigits: 1 }).format(size / 1000 ** power);
      return `${value} ${SYMBOLS[power] ?? 'B'}`;
    },
    /** A span of time: “5 hours”, from two days on “2.5 days”. */
    hours: (hours: number, scale = hours < 48 ? 1 : 24) => {
      const [value, unit] = scale === 1 ? [hours, 'hour'] : [hours / 24, 'day'];
      const style = { style: 'unit', unit, unitDisplay: 'long', maximumFractionDigits: 1 } as const;
      return new Intl.NumberFormat(locale, style).format(value);
    },
    list: (items: string[]) => new Intl.ListFormat(locale).format(items),
  };
}

export const useFormat = () => formatters(useLingui().i18n.locale);
