import { Locale } from '../../shared/errors/locale.js';
import { STATUS_WORDS } from '../ideas/idea-status.words.js';
import { mail } from './mail-frame.js';

/** Where it is not the only idea that was answered then. */
const MORE: Record<Locale, (more: number) => string> = {
  en: (more) =>
    `The same answer went to ${more === 1 ? 'one more idea that is yours or that you follow' : `${more} more ideas that are yours or that you follow`}.`,
  es: (more) =>
    `La misma respuesta es también para ${more === 1 ? 'otra idea tuya o que sigues' : `otras ${more} ideas tuyas o que sigues`}.`,
  it: (more) =>
    `La stessa risposta vale anche per ${more === 1 ? 'un’altra idea tua o che segui' : `altre ${more} idee tue o che segui`}.`,
};
const andMore = (locale: Locale, more: number): string[] => (more > 0 ? [MORE[locale](more)] : []);

export const ideaPublishedMail = mail<object>({
  en: ({ company, title, url }) => ({
    subject: `Your idea was published: ${title}`,
    paragraphs: [
      `Your idea “${title}” is now public in the community of ${company}. Others can support it and comment.`,
    ],
    button: { label: 'See my idea', url },
  }),
  es: ({ company, title, url }) => ({
    subject: `Tu idea se ha publicado: ${title}`,
    paragraphs: [
      `Tu idea «${title}» ya es pública en la comunidad de ${company}. Otras personas pueden apoyarla y comentarla.`,
    ],
    button: { label: 'Ver mi idea', url },
  }),
  it: ({ company, title, url }) => ({
    subject: `La tua idea è stata pubblicata: ${title}`,
    paragraphs: [
      `La tua idea «${title}» ora è pubblica nella comunità di ${company}. Altri possono sostenerla e commentarla.`,
    ],
    button: { label: 'Vedi la mia idea', url },
  }),
});

export const ideaAnsweredMail = mail<{
  status: keyof typeof STATUS_WORDS;
  answer: string;
  mine: boolean;
  more: number;
}>({
  en: ({ company, title, url, status, answer, mine, more }) => ({
    subject: mine ? `${company} answered your idea: ${title}` : `${company} answered an idea you follow: ${title}`,
    paragraphs: [
      `${company} has answered ${mine ? 'your idea' : 'an idea that you follow,'} “${title}”. Its status is now “${STATUS_WORDS[status].en}”.`,
      ...andMore(Locale.EN, more),
    ],
    quote: answer,
    button: { label: 'Read the answer', url },
  }),
  es: ({ company, title, url, status, answer, mine, more }) => ({
    subject: mine
      ? `${company} ha respondido a tu idea: ${title}`
      : `${company} ha respondido a una idea que sigues: ${title}`,
    paragraphs: [
      `${company} ha respondido a ${mine ? 'tu idea' : 'una idea que sigues,'} «${title}». Su estado es ahora «${STATUS_WORDS[status].es}».`,
      ...andMore(Locale.ES, more),
    ],
    quote: answer,
    button: { label: 'Leer la respuesta', url },
  }),
  it: ({ company, title, url, status, answer, mine, more }) => ({
    subject: mine
      ? `${company} ha risposto alla tua idea: ${title}`
      : `${company} ha risposto a un’idea che segui: ${title}`,
    paragraphs: [
      `${company} ha risposto ${mine ? 'alla tua idea' : 'a un’idea che segui,'} «${title}». Il suo stato ora è «${STATUS_WORDS[status].it}».`,
      ...andMore(Locale.IT, more),
    ],
    quote: answer,
    button: { label: 'Leggi la risposta', url },
  }),
});

export const coauthorInvitedMail = mail<{ author: string }>({
  en: ({ company, title, url, author }) => ({
    subject: `${author} asks you to be co-author: ${title}`,
    paragraphs: [`${author} would like you to be co-author of the idea “${title}” in the community of ${company}.`],
    button: { label: 'Look at it and answer', url },
    note: 'You are named as co-author only if you accept.',
  }),
  es: ({ company, title, url, author }) => ({
    subject: `${author} te propone la coautoría: ${title}`,
    paragraphs: [`${author} quiere compartir contigo la autoría de la idea «${title}» en la comunidad de ${company}.`],
    button: { label: 'Verla y responder', url },
    note: 'Tu nombre solo aparecerá si aceptas.',
  }),
  it: ({ company, title, url, author }) => ({
    subject: `${author} ti propone di essere coautore: ${title}`,
    paragraphs: [`${author} vorrebbe condividere con te l’idea «${title}» nella comunità di ${company}.`],
    button: { label: 'Guardala e rispondi', url },
    note: 'Il tuo nome comparirà solo se accetti.',
  }),
});

export const commentPublishedMail = mail<{ comment: string }>({
  en: ({ company, title, url, comment }) => ({
    subject: `Your comment was published: ${title}`,
    paragraphs: [`Your comment on “${title}” is now public in the community of ${company}.`],
    quote: comment,
    button: { label: 'See the discussion', url },
  }),
  es: ({ company, title, url, comment }) => ({
    subject: `Tu comentario se ha publicado: ${title}`,
    paragraphs: [`Tu comentario en «${title}» ya es público en la comunidad de ${company}.`],
    quote: comment,
    button: { label: 'Ver la conversación', url },
  }),
  it: ({ company, title, url, comment }) => ({
    subject: `Il tuo commento è stato pubblicato: ${title}`,
    paragraphs: [`Il tuo commento a «${title}» ora è pubblico nella comunità di ${company}.`],
    quote: comment,
    button: { label: 'Vedi la discussione', url },
  }),
});
