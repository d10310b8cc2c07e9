import { Locale } from '../../shared/errors/locale.js';
import { mail } from './mail-frame.js';

/** What a mail tells of what somebody has earned. */
export type NewsItem =
  | { kind: 'POINTS_EARNED'; title: string; points: number; rule: string }
  | { kind: 'BADGE_EARNED'; name: string }
  | { kind: 'LEVEL_REACHED'; name: string }
  | { kind: 'POINTS_EXPIRING'; points: number; at: Date };

const OUTCOME: Record<string, Record<Locale, string>> = {
  IDEA_SHORTLISTED: { en: 'is under review', es: 'está en estudio', it: 'è in esame' },
  IDEA_PLANNED: { en: 'is planned', es: 'está planificada', it: 'è pianificata' },
  IDEA_DELIVERED: { en: 'has been delivered', es: 'se ha hecho realidad', it: 'è stata realizzata' },
  WINNER: { en: 'has won', es: 'ha ganado', it: 'ha vinto' },
};

export const pointsIn = (locale: Locale, n: number): string => {
  const [one, other] = { en: ['point', 'points'], es: ['punto', 'puntos'], it: ['punto', 'punti'] }[locale] as [
    string,
    string,
  ];
  return `${new Intl.NumberFormat(locale).format(n)} ${n === 1 ? one : other}`;
};

export const dateIn = (locale: Locale, at: Date): string =>
  new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeZone: 'UTC' }).format(at);

const LINES: Record<Locale, (item: NewsItem) => string> = {
  en: (item) => {
    if (item.kind === 'POINTS_EARNED')
      return `Your idea “${item.title}” ${OUTCOME[item.rule]!.en}. That has earned you ${pointsIn(Locale.EN, item.points)}.`;
    if (item.kind === 'POINTS_EXPIRING')
      return `${pointsIn(Locale.EN, item.points)} of yours will expire on ${dateIn(Locale.EN, item.at)}, since nothing has moved for a long time. Whatever you earn or redeem until then keeps them.`;
    return item.kind === 'BADGE_EARNED'
      ? `You have earned a badge: ${item.name}.`
      : `You have reached a new level: ${item.name}.`;
  },
  es: (item) => {
    if (item.kind === 'POINTS_EARNED')
      return `Tu idea «${item.title}» ${OUTCOME[item.rule]!.es}. Te ha dado ${pointsIn(Locale.ES, item.points)}.`;
    if (item.kind === 'POINTS_EXPIRING')
      return `${pointsIn(Locale.ES, item.points)} tuyos caducarán el ${dateIn(Locale.ES, item.at)}, porque hace mucho que no hay movimientos. Si antes ganas o canjeas algo, los conservas.`;
    return item.kind === 'BADGE_EARNED'
      ? `Has conseguido una insignia: ${item.name}.`
      : `Has llegado a un nuevo nivel: ${item.name}.`;
  },
  it: (item) => {
    if (item.kind === 'POINTS_EARNED')
      return `La tua idea «${item.title}» ${OUTCOME[item.rule]!.it}. Ti ha dato ${pointsIn(Locale.IT, item.points)}.`;
    if (item.kind === 'POINTS_EXPIRING')
      return `${pointsIn(Locale.IT, item.points)} scadranno il ${dateIn(Locale.IT, item.at)}, perché non ci sono movimenti da molto tempo. Se prima guadagni o riscatti qualcosa, li conservi.`;
    return item.kind === 'BADGE_EARNED'
      ? `Hai ottenuto un distintivo: ${item.name}.`
      : `Hai raggiunto un nuovo livello: ${item.name}.`;
  },
};

/** Whether it is only about points that expire: that is another matter than a success. */
const onlyExpiring = (items: NewsItem[]): boolean => items.every(({ kind }) => kind === 'POINTS_EXPIRING');

/** The one mail of a day; each thing in a line. */
export const rewardNewsMail = mail<{ items: NewsItem[] }>({
  en: ({ company, items, url }) => ({
    subject: onlyExpiring(items) ? `${company}: your points expire soon` : `${company}: what your help has earned`,
    paragraphs: items.map(LINES.en),
    button: { label: 'See my rewards', url },
    note: 'You get this once a day at most, and only of what you have not seen yet.',
  }),
  es: ({ company, items, url }) => ({
    subject: onlyExpiring(items) ? `${company}: tus puntos caducan pronto` : `${company}: lo que te ha dado tu ayuda`,
    paragraphs: items.map(LINES.es),
    button: { label: 'Ver mis recompensas', url },
    note: 'Recibes este mensaje como mucho una vez al día, y solo de lo que aún no has visto.',
  }),
  it: ({ company, items, url }) => ({
    subject: onlyExpiring(items)
      ? `${company}: i tuoi punti scadono presto`
      : `${company}: quello che hai ottenuto con il tuo aiuto`,
    paragraphs: items.map(LINES.it),
    button: { label: 'Vedi le mie ricompense', url },
    note: 'Ricevi questo messaggio al massimo una volta al giorno, e solo di ciò che non hai ancora visto.',
  }),
});
