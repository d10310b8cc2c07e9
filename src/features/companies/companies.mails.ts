import type { Locale } from '../../shared/errors/locale.js';
import { layoutMail, type MailContent, type MailWords } from '../../shared/mail/layout.js';

interface Invited {
  company: string;
  inviter: string;
  url: string;
  expiresAt: Date;
}

const INVITATION: Record<Locale, (facts: Invited & { date: string }) => MailWords> = {
  en: ({ company, inviter, url, date }) => ({
    subject: `${inviter} invites you to ${company}`,
    paragraphs: [
      'Hello,',
      `${inviter} invites you to take part in the community of ${company}: to propose ideas, to vote, to talk.`,
    ],
    button: { label: 'See the invitation', url },
    note: `It holds until ${date} and only for this address. If you did not expect it, do nothing: nobody is told.`,
  }),
  es: ({ company, inviter, url, date }) => ({
    subject: `${inviter} te invita a ${company}`,
    paragraphs: [
      'Hola:',
      `${inviter} te invita a participar en la comunidad de ${company}: a proponer ideas, votar y conversar.`,
    ],
    button: { label: 'Ver la invitación', url },
    note: `Vale hasta el ${date} y solo para esta dirección. Si no la esperabas, no hagas nada: nadie lo sabrá.`,
  }),
  it: ({ company, inviter, url, date }) => ({
    subject: `${inviter} ti invita in ${company}`,
    paragraphs: [
      'Ciao,',
      `${inviter} ti invita a partecipare alla comunità di ${company}: a proporre idee, votare e parlarne.`,
    ],
    button: { label: 'Vedi l’invito', url },
    note: `Vale fino al ${date} e solo per questo indirizzo. Se non te lo aspettavi, non fare nulla: nessuno lo saprà.`,
  }),
};

/** The mail that invites somebody. */
export function invitationMail(locale: Locale, facts: Invited): MailContent {
  const date = new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeZone: 'UTC' }).format(facts.expiresAt);
  return layoutMail(locale, INVITATION[locale]({ ...facts, date }));
}
