import type { Locale } from '../../../shared/errors/locale.js';
import { layoutMail, type MailContent, type MailWords } from '../../../shared/mail/layout.js';

/** Nothing of it is in the words of whoever filed it: the address may be somebody else's. */
interface Received {
  company: string;
  itemUrl: string;
  token: string;
}

const RECEIPT: Record<Locale, (facts: Received) => MailWords> = {
  en: ({ company, itemUrl, token }) => ({
    subject: `We have received your notice about ${company}`,
    paragraphs: [
      'Hello,',
      `your notice of illegal content in the community of ${company} has been received. A moderator looks at it in time, and decides with care and without bias; part of the sorting is automatic, no notice is dismissed by a machine.`,
      `Your reference, with which you can ask for the outcome: ${token}`,
    ],
    button: { label: 'See what it is about', url: itemUrl },
    note: 'If you filed no notice, somebody has given your address by mistake: you need not do anything.',
  }),
  es: ({ company, itemUrl, token }) => ({
    subject: `Hemos recibido tu notificación sobre ${company}`,
    paragraphs: [
      'Hola:',
      `hemos recibido tu notificación de contenido ilícito en la comunidad de ${company}. Una persona que modera la mirará a tiempo y decidirá con diligencia y sin arbitrariedad; parte de la ordenación es automática, pero ninguna máquina descarta una notificación.`,
      `Tu referencia, con la que puedes preguntar por el resultado: ${token}`,
    ],
    button: { label: 'Ver de qué se trata', url: itemUrl },
    note: 'Si no has enviado ninguna notificación, alguien ha dado tu dirección por error: no tienes que hacer nada.',
  }),
  it: ({ company, itemUrl, token }) => ({
    subject: `Abbiamo ricevuto la tua segnalazione su ${company}`,
    paragraphs: [
      'Ciao,',
      `abbiamo ricevuto la tua segnalazione di contenuto illegale nella comunità di ${company}. Un moderatore la guarderà in tempo e deciderà con diligenza e senza arbitrio; parte dell’ordinamento è automatica, ma nessuna macchina scarta una segnalazione.`,
      `Il tuo riferimento, con cui puoi chiedere l’esito: ${token}`,
    ],
    button: { label: 'Vedi di che cosa si tratta', url: itemUrl },
    note: 'Se non hai inviato alcuna segnalazione, qualcuno ha dato il tuo indirizzo per errore: non devi fare nulla.',
  }),
};

/** The receipt of a notice (Regulation (EU) 2022/2065, art. 16(4)). */
export const noticeReceiptMail = (locale: Locale, facts: Received): MailContent =>
  layoutMail(locale, RECEIPT[locale](facts));
