import { i18n } from '@lingui/core';
import type { Locale as ApiLocale } from '@/gql/graphql';
import { type Catalogues, shared } from './catalogues';

export const LOCALES = ['es', 'it', 'en'] as const;
export type Locale = (typeof LOCALES)[number];

/** What each language calls itself: never translated. */
export const LOCALE_NAMES: Record<Locale, string> = { es: 'Español', it: 'Italiano', en: 'English' };

const COOKIE = 'lang';
const isLocale = (text: string | undefined): text is Locale => LOCALES.some((locale) => locale === text);

export const toApiLocale = (locale: Locale): ApiLocale => locale.toUpperCase() as ApiLocale;
export const fromApiLocale = (locale: ApiLocale): Locale => locale.toLowerCase() as Locale;

/** What an element says of the language of its text, if that is known. */
export const langOf = (language?: ApiLocale | null): Locale | undefined =>
  language ? fromApiLocale(language) : undefined;

/** The language in use. */
export const currentLocale = (): Locale => (isLocale(i18n.locale) ? i18n.locale : 'en');

/** The language chosen here before, if any. */
export const chosenLocale = (): Locale | undefined => {
  const [, value] = new RegExp(`(?:^|; )${COOKIE}=(\\w+)`).exec(document.cookie) ?? [];
  return isLocale(value) ? value : undefined;
};

/** The chosen language, else the browser's first that we speak. */
export function preferredLocale(): Locale {
  const spoken = navigator.languages.map((tag) => tag.slice(0, 2).toLowerCase());
  return chosenLocale() ?? spoken.find(isLocale) ?? 'en';
}

const known: Catalogues[] = [shared];
let wanted: Locale = 'en';

async function load(catalogues: Catalogues[], locale: Locale): Promise<void> {
  const files = catalogues.flatMap((files) => Object.entries(files).filter(([path]) => path.endsWith(`/${locale}.po`)));
  const loaded = await Promise.all(files.map(([, read]) => read()));
  for (const { messages } of loaded) i18n.load(locale, messages);
}

/** A feature's translations. The bundler has each module that speaks wait for them. */
export async function addCatalogue(catalogues: Catalogues): Promise<void> {
  known.push(catalogues);
  await load([catalogues], wanted);
}

export async function activateLocale(locale: Locale): Promise<void> {
  wanted = locale;
  await load(known, locale);
  i18n.activate(locale);
  document.documentElement.lang = locale;
}

/** Remembers the choice for a year where the server can read it too, so that its first answer is already in this language. */
export async function chooseLocale(locale: Locale): Promise<void> {
  document.cookie = `${COOKIE}=${locale}; path=/; max-age=31536000; samesite=lax`;
  await activateLocale(locale);
}
