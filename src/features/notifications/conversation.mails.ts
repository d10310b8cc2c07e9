import type { Locale } from '../../shared/errors/locale.js';
import { mail } from './mail-frame.js';

/** Somebody's words on an idea. */
interface Said {
  author: string;
  comment: string;
  /** whether they are told here too: then one mail is enough until they have opened it here */
  inApp: boolean;
}

const SEE: Record<Locale, string> = {
  en: 'See the discussion',
  es: 'Ver la conversación',
  it: 'Vedi la discussione',
};

const NO_MORE_COMMENTS: Record<Locale, string> = {
  en: 'You get no further mail about this discussion until you have opened this one among your notifications.',
  es: 'No recibirás más correos sobre esta conversación hasta que la abras en tus avisos.',
  it: 'Non riceverai altre e-mail su questa discussione finché non l’avrai aperta tra le tue notifiche.',
};
const NO_MORE_REPLIES: Record<Locale, string> = {
  en: 'You get no further mail about replies to this comment until you have opened this one among your notifications.',
  es: 'No recibirás más correos sobre las respuestas a este comentario hasta que abras esta en tus avisos.',
  it: 'Non riceverai altre e-mail sulle risposte a questo commento finché non avrai aperto questa tra le tue notifiche.',
};

export const commentedMail = mail<Said>({
  en: ({ author, company, title, url, comment, inApp }) => ({
    subject: `${author} commented on your idea: ${title}`,
    paragraphs: [`${author} has commented on your idea “${title}” in the community of ${company}.`],
    quote: comment,
    button: { label: SEE.en, url },
    note: inApp ? NO_MORE_COMMENTS.en : undefined,
  }),
  es: ({ author, company, title, url, comment, inApp }) => ({
    subject: `${author} ha comentado tu idea: ${title}`,
    paragraphs: [`${author} ha comentado tu idea «${title}» en la comunidad de ${company}.`],
    quote: comment,
    button: { label: SEE.es, url },
    note: inApp ? NO_MORE_COMMENTS.es : undefined,
  }),
  it: ({ author, company, title, url, comment, inApp }) => ({
    subject: `${author} ha commentato la tua idea: ${title}`,
    paragraphs: [`${author} ha commentato la tua idea «${title}» nella comunità di ${company}.`],
    quote: comment,
    button: { label: SEE.it, url },
    note: inApp ? NO_MORE_COMMENTS.it : undefined,
  }),
});

export const repliedMail = mail<Said>({
  en: ({ author, company, title, url, comment, inApp }) => ({
    subject: `${author} replied to you: ${title}`,
    paragraphs: [`${author} has replied to your comment on “${title}” in the community of ${company}.`],
    quote: comment,
    button: { label: SEE.en, url },
    note: inApp ? NO_MORE_REPLIES.en : undefined,
  }),
  es: ({ author, company, title, url, comment, inApp }) => ({
    subject: `${author} te ha respondido: ${title}`,
    paragraphs: [`${author} ha respondido a tu comentario en «${title}», en la comunidad de ${company}.`],
    quote: comment,
    button: { label: SEE.es, url },
    note: inApp ? NO_MORE_REPLIES.es : undefined,
  }),
  it: ({ author, company, title, url, comment, inApp }) => ({
    subject: `${author} ti ha risposto: ${title}`,
    paragraphs: [`${author} ha risposto al tuo commento su «${title}», nella comunità di ${company}.`],
    quote: comment,
    button: { label: SEE.it, url },
    note: inApp ? NO_MORE_REPLIES.it : undefined,
  }),
});

export const mentionedMail = mail<Said>({
  en: ({ author, company, title, url, comment }) => ({
    subject: `${author} mentioned you: ${title}`,
    paragraphs: [`${author} has mentioned you in a comment on “${title}” in the community of ${company}.`],
    quote: comment,
    button: { label: SEE.en, url },
  }),
  es: ({ author, company, title, url, comment }) => ({
    subject: `${author} te ha mencionado: ${title}`,
    paragraphs: [`${author} te ha mencionado en un comentario de «${title}», en la comunidad de ${company}.`],
    quote: comment,
    button: { label: SEE.es, url },
  }),
  it: ({ author, company, title, url, comment }) => ({
    subject: `${author} ti ha menzionato: ${title}`,
    paragraphs: [`${author} ti ha menzionato in un commento su «${title}», nella comunità di ${company}.`],
    quote: comment,
    button: { label: SEE.it, url },
  }),
});

export const appreciatedMail = mail<Said>({
  en: ({ author, company, title, url, comment }) => ({
    subject: `${author} appreciates your comment: ${title}`,
    paragraphs: [`${author} appreciates what you wrote on “${title}” in the community of ${company}:`],
    quote: comment,
    button: { label: SEE.en, url },
  }),
  es: ({ author, company, title, url, comment }) => ({
    subject: `A ${author} le gusta tu comentario: ${title}`,
    paragraphs: [`A ${author} le gusta lo que escribiste en «${title}», en la comunidad de ${company}:`],
    quote: comment,
    button: { label: SEE.es, url },
  }),
  it: ({ author, company, title, url, comment }) => ({
    subject: `${author} apprezza il tuo commento: ${title}`,
    paragraphs: [`${author} apprezza ciò che hai scritto su «${title}», nella comunità di ${company}:`],
    quote: comment,
    button: { label: SEE.it, url },
  }),
});

const PHASE: Record<string, Record<Locale, string>> = {
  IDEATION: { en: 'ideas are welcome', es: 'se reciben ideas', it: 'si raccolgono idee' },
  REFINEMENT: { en: 'ideas are being refined', es: 'se mejoran las ideas', it: 'si perfezionano le idee' },
  VOTING: { en: 'voting is open', es: 'la votación está abierta', it: 'la votazione è aperta' },
  EVALUATION: {
    en: 'experts evaluate the ideas',
    es: 'el jurado evalúa las ideas',
    it: 'gli esperti valutano le idee',
  },
  DECISION: { en: 'the company decides', es: 'la empresa decide', it: 'l’azienda decide' },
  DELIVERY: { en: 'the company delivers', es: 'la empresa lo hace realidad', it: 'l’azienda realizza' },
};

export const phaseStartedMail = mail<{ phase: string }>({
  en: ({ company, title, url, phase }) => ({
    subject: `What happens now: ${title}`,
    paragraphs: [`A new phase has begun in the challenge “${title}” of ${company}: ${PHASE[phase]?.en ?? phase}.`],
    button: { label: 'See the challenge', url },
  }),
  es: ({ company, title, url, phase }) => ({
    subject: `Qué pasa ahora: ${title}`,
    paragraphs: [`Ha empezado una nueva fase del reto «${title}» de ${company}: ${PHASE[phase]?.es ?? phase}.`],
    button: { label: 'Ver el reto', url },
  }),
  it: ({ company, title, url, phase }) => ({
    subject: `Che cosa succede ora: ${title}`,
    paragraphs: [`È iniziata una nuova fase della sfida «${title}» di ${company}: ${PHASE[phase]?.it ?? phase}.`],
    button: { label: 'Vedi la sfida', url },
  }),
});

export const ideaMergedMail = mail<{ target: string }>({
  en: ({ company, title, url, target }) => ({
    subject: `Merged with another idea: ${title}`,
    paragraphs: [
      `“${title}”, which you voted for or follow at ${company}, says the same as “${target}”: both are one from now on, and your support counts there.`,
    ],
    button: { label: 'See the idea', url },
  }),
  es: ({ company, title, url, target }) => ({
    subject: `Fusionada con otra idea: ${title}`,
    paragraphs: [
      `«${title}», que votaste o sigues en ${company}, dice lo mismo que «${target}»: desde ahora son una sola, y tu apoyo cuenta allí.`,
    ],
    button: { label: 'Ver la idea', url },
  }),
  it: ({ company, title, url, target }) => ({
    subject: `Unita a un’altra idea: ${title}`,
    paragraphs: [
      `«${title}», che hai votato o segui su ${company}, dice lo stesso di «${target}»: da ora sono una sola, e il tuo sostegno vale lì.`,
    ],
    button: { label: 'Vedi l’idea', url },
  }),
});
