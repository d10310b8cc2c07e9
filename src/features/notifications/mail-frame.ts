import type { Locale } from '../../shared/errors/locale.js';
import { layoutMail, type MailContent, type MailWords } from '../../shared/mail/layout.js';

/** Of others' words a mail shows this many characters. */
export const QUOTED = 600;

const GREETING: Record<Locale, (name: string) => string> = {
  en: (name) => `Hello ${name},`,
  es: (name) => `Hola, ${name}:`,
  it: (name) => `Ciao ${name},`,
};

/** What every notification says. */
interface About {
  name: string;
  company: string;
  /** of the idea or the challenge */
  title: string;
  url: string;
  /** none where the law asks for the mail */
  unsubscribeUrl: string | undefined;
}

/** One mail in three languages; the greeting and the way out come by themselves. */
export const mail =
  <P extends object>(words: Record<Locale, (facts: About & P) => MailWords>) =>
  (locale: Locale, facts: About & P): MailContent => {
    const { paragraphs, ...rest } = words[locale](facts);
    const greeted = [GREETING[locale](facts.name), ...paragraphs];
    return layoutMail(locale, { ...rest, paragraphs: greeted, unsubscribeUrl: facts.unsubscribeUrl });
  };
