import type { Locale } from '../../../shared/errors/locale.js';
import { layoutMail, type MailContent, type MailWords } from '../../../shared/mail/layout.js';

/** Nothing of it is in the words of whoever filed it: the address may be somebody else's. */
interface Received {
  company: string;
  itemUrl: string;
  token: string;
  /** where it is told what became of it */
  receiptUrl: string;
}

const RECEIPT: Record<Locale, (facts: Received) => MailWords> = {
  en: ({ company, itemUrl, token, receiptUrl }) => ({
    subject: `We have received your notice about ${company}`,
    paragraphs: [
      'Hello,',
      `your notice of illegal content in the community of ${company} has been received: ${itemUrl}. A moderator looks at it in time, and decides with care and without bias; part of the sorting is automatic, no notice is dismissed by a machine.`,
      `Your reference, which leads to the outcome: ${token}`,
    ],
    button: { label: 'See what becomes of it', url: receiptUrl },
    note: 'If you filed no notice, somebody has given your address by mistake: you need not do anything.',
  }),
  es: ({ company, itemUrl, token, receiptUrl }) => ({
    subject: `Hemos recibido tu notificación sobre ${company}`,
    paragraphs: [
      'Hola:',
      `hemos recibido tu notificación de contenido ilícito en la comunidad de ${company}: ${itemUrl}. Una persona que modera la mirará a tiempo y decidirá con diligencia y sin arbitrariedad; parte de la ordenación es automática, pero ninguna máquina descarta una notificación.`,
      `Tu referencia, con la que se llega al resultado: ${token}`,
    ],
    button: { label: 'Ver qué pasa con ella', url: receiptUrl },
    note: 'Si no has enviado ninguna notificación, alguien ha dado tu dirección por error: no tienes que hacer nada.',
  }),
  it: ({ company, itemUrl, token, receiptUrl }) => ({
    subject: `Abbiamo ricevuto la tua segnalazione su ${company}`,
    paragraphs: [
      'Ciao,',
      `abbiamo ricevuto la tua segnalazione di contenuto illegale nella comunità di ${company}: ${itemUrl}. Un moderatore la guarderà in tempo e deciderà con diligenza e senza arbitrio; parte dell’ordinamento è automatica, ma nessuna macchina scarta una segnalazione.`,
      `Il tuo riferimento, con cui si arriva all’esito: ${token}`,
    ],
    button: { label: 'Vedi che cosa ne è', url: receiptUrl },
    note: 'Se non hai inviato alcuna segnalazione, qualcuno ha dato il tuo indirizzo per errore: non devi fare nulla.',
  }),
};

/** The receipt of a notice (Regulation (EU) 2022/2065, art. 16(4)). */
export const noticeReceiptMail = (locale: Locale, facts: Received): MailContent =>
  layoutMail(locale, RECEIPT[locale](facts));
