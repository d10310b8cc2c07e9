import { registerEnumType } from '@nestjs/graphql';
import type { FastifyRequest } from 'fastify';

/** Languages of the interface, the mails and the error messages. */
export enum Locale {
  EN = 'en',
  ES = 'es',
  IT = 'it',
}
registerEnumType(Locale, {
  name: 'Locale',
  description: 'A language that the platform speaks.',
  valuesMap: { EN: { description: 'English' }, ES: { description: 'Spanish' }, IT: { description: 'Italian' } },
});

/** One text per language; with parameters where the text needs them. */
export type Localized<P = void> = Record<Locale, P extends void ? string : string | ((params: P) => string)>;

/** The language of an Accept-Language header that the caller likes best of those we speak; else the other one. */
export function negotiateLocale(header: string | undefined, otherwise = Locale.EN): Locale {
  const ranked = (header ?? '')
    .split(',')
    .map((part) => /^\s*([a-z]{2})\b[^;]*(?:;\s*q=([\d.]+))?/i.exec(part))
    .flatMap((match) => (match ? [{ tag: match[1]!.toLowerCase(), q: Number(match[2] ?? 1) }] : []))
    .sort((a, b) => b.q - a.q);
  const known = Object.values(Locale) as string[];
  return (ranked.find(({ tag }) => known.includes(tag))?.tag as Locale | undefined) ?? otherwise;
}

/** The language to answer a request in: one that it accepts, else the signed-in user's, else English. */
export const localeOf = ({ headers, viewer }: Pick<FastifyRequest, 'headers' | 'viewer'>): Locale =>
  negotiateLocale(headers['accept-language'], viewer?.locale);
