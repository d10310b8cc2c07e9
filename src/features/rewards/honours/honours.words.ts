import type { Locale, Localized } from '../../../shared/errors/locale.js';
import { BadgeMetric, type BuiltIn, ladderOf, Secret } from './badges/badge.policy.js';

/** What each level is called, the first first: what grows, and rests when one does. */
export const LEVEL_WORDS: Localized[] = [
  { en: 'Seed', es: 'Semilla', it: 'Seme' },
  { en: 'Sprout', es: 'Brote', it: 'Germoglio' },
  { en: 'Blossom', es: 'Flor', it: 'Fiore' },
  { en: 'Sapling', es: 'Arbolito', it: 'Alberello' },
  { en: 'Tree', es: 'Árbol', it: 'Albero' },
  { en: 'Grove', es: 'Arboleda', it: 'Boschetto' },
  { en: 'Forest', es: 'Bosque', it: 'Bosco' },
];

interface LadderWords {
  /** of the whole ladder */
  title: string;
  /** its first step, and each after it */
  one: string;
  many: (n: number) => string;
  /** what counts */
  how: string;
}

/** What the ladders of badges are called. */
export const LADDER_WORDS: Record<BadgeMetric, Record<Locale, LadderWords>> = {
  [BadgeMetric.IDEAS_PUBLISHED]: {
    en: {
      title: 'Ideas shared',
      one: 'First idea',
      many: (n) => `${n} ideas`,
      how: 'Ideas of yours that everybody can read.',
    },
    es: {
      title: 'Ideas compartidas',
      one: 'Primera idea',
      many: (n) => `${n} ideas`,
      how: 'Ideas tuyas que todo el mundo puede leer.',
    },
    it: {
      title: 'Idee condivise',
      one: 'Prima idea',
      many: (n) => `${n} idee`,
      how: 'Tue idee che tutti possono leggere.',
    },
  },
  [BadgeMetric.IDEAS_ACCEPTED]: {
    en: {
      title: 'Ideas accepted',
      one: 'First accepted idea',
      many: (n) => `${n} accepted ideas`,
      how: 'Ideas of yours that the company has planned, begun or delivered.',
    },
    es: {
      title: 'Ideas aceptadas',
      one: 'Primera idea aceptada',
      many: (n) => `${n} ideas aceptadas`,
      how: 'Ideas tuyas que la empresa ha planificado, puesto en marcha o hecho realidad.',
    },
    it: {
      title: 'Idee accolte',
      one: 'Prima idea accolta',
      many: (n) => `${n} idee accolte`,
      how: 'Tue idee che l’azienda ha pianificato, avviato o realizzato.',
    },
  },
  [BadgeMetric.COMMENTS_APPRECIATED]: {
    en: {
      title: 'Comments appreciated',
      one: 'First appreciated comment',
      many: (n) => `${n} appreciated comments`,
      how: 'Comments of yours that somebody has appreciated.',
    },
    es: {
      title: 'Comentarios apreciados',
      one: 'Primer comentario apreciado',
      many: (n) => `${n} comentarios apreciados`,
      how: 'Comentarios tuyos que alguien ha apreciado.',
    },
    it: {
      title: 'Commenti apprezzati',
      one: 'Primo commento apprezzato',
      many: (n) => `${n} commenti apprezzati`,
      how: 'Tuoi commenti che qualcuno ha apprezzato.',
    },
  },
  [BadgeMetric.ANSWERS_GIVEN]: {
    en: {
      title: 'Helpful answers',
      one: 'First helpful answer',
      many: (n) => `${n} helpful answers`,
      how: 'Answers of yours that the person you answered has appreciated.',
    },
    es: {
      title: 'Respuestas útiles',
      one: 'Primera respuesta útil',
      many: (n) => `${n} respuestas útiles`,
      how: 'Respuestas tuyas que ha apreciado la persona a quien respondías.',
    },
    it: {
      title: 'Risposte utili',
      one: 'Prima risposta utile',
      many: (n) => `${n} risposte utili`,
      how: 'Tue risposte apprezzate dalla persona a cui hai risposto.',
    },
  },
  [BadgeMetric.SIMILAR_FOUND]: {
    en: {
      title: 'Similar ideas found',
      one: 'First similar idea found',
      many: (n) => `${n} similar ideas found`,
      how: 'Ideas that you were the first to report as already there, and that were joined.',
    },
    es: {
      title: 'Ideas parecidas encontradas',
      one: 'Primera idea parecida encontrada',
      many: (n) => `${n} ideas parecidas encontradas`,
      how: 'Ideas que avisaste antes que nadie de que ya existían, y que se unieron.',
    },
    it: {
      title: 'Idee simili trovate',
      one: 'Prima idea simile trovata',
      many: (n) => `${n} idee simili trovate`,
      how: 'Idee che hai segnalato per primo o per prima come già presenti, e che sono state unite.',
    },
  },
  [BadgeMetric.FLAGS_UPHELD]: {
    en: {
      title: 'Reports that were right',
      one: 'First report that was right',
      many: (n) => `${n} reports that were right`,
      how: 'Your reports that moderators agreed with. Only you see this.',
    },
    es: {
      title: 'Avisos acertados',
      one: 'Primer aviso acertado',
      many: (n) => `${n} avisos acertados`,
      how: 'Avisos tuyos con los que la moderación estuvo de acuerdo. Esto solo lo ves tú.',
    },
    it: {
      title: 'Segnalazioni giuste',
      one: 'Prima segnalazione giusta',
      many: (n) => `${n} segnalazioni giuste`,
      how: 'Tue segnalazioni che la moderazione ha confermato. Lo vedi solo tu.',
    },
  },
  [BadgeMetric.IDEAS_WON]: {
    en: {
      title: 'Winning ideas',
      one: 'First winning idea',
      many: (n) => `${n} winning ideas`,
      how: 'Ideas of yours that won in a challenge.',
    },
    es: {
      title: 'Ideas ganadoras',
      one: 'Primera idea ganadora',
      many: (n) => `${n} ideas ganadoras`,
      how: 'Ideas tuyas que ganaron en un reto.',
    },
    it: {
      title: 'Idee vincitrici',
      one: 'Prima idea vincitrice',
      many: (n) => `${n} idee vincitrici`,
      how: 'Tue idee che hanno vinto in una sfida.',
    },
  },
  [BadgeMetric.YEARS]: {
    en: {
      title: 'Years here',
      one: 'One year here',
      many: (n) => `${n} years here`,
      how: 'Years since you joined.',
    },
    es: {
      title: 'Años aquí',
      one: 'Un año aquí',
      many: (n) => `${n} años aquí`,
      how: 'Años desde que entraste.',
    },
    it: {
      title: 'Anni qui',
      one: 'Un anno qui',
      many: (n) => `${n} anni qui`,
      how: 'Anni da quando sei qui.',
    },
  },
};

interface Words {
  name: string;
  how: string;
}

/** What the secret badges are called, and why one has them. */
export const SECRET_WORDS: Record<Secret, Record<Locale, Words>> = {
  [Secret.ALL_ROUNDER]: {
    en: { name: 'All-rounder', how: 'You have helped in five different ways.' },
    es: { name: 'Todoterreno', how: 'Has ayudado de cinco maneras distintas.' },
    it: { name: 'A tutto campo', how: 'Hai aiutato in cinque modi diversi.' },
  },
  [Secret.BULLSEYE]: {
    en: { name: 'Bullseye', how: 'Your very first idea here was delivered.' },
    es: { name: 'En el blanco', how: 'Tu primera idea aquí se hizo realidad.' },
    it: { name: 'Centro pieno', how: 'La tua primissima idea qui è stata realizzata.' },
  },
  [Secret.SECOND_WIND]: {
    en: { name: 'Second wind', how: 'You came back after half a year. Good to see you.' },
    es: { name: 'Segundo aire', how: 'Volviste después de medio año. Qué bien verte.' },
    it: { name: 'Di nuovo qui', how: 'Sei di nuovo qui dopo sei mesi. Che bello rivederti.' },
  },
};

/** What one of our badges is called in a language, and why one has it. */
export function badgeWords(builtIn: string, locale: Locale): Words {
  const step = ladderOf(builtIn);
  if (!step) return SECRET_WORDS[builtIn as BuiltIn & Secret][locale];
  const { one, many, how } = LADDER_WORDS[step.metric][locale];
  return { name: step.threshold === 1 ? one : many(step.threshold), how };
}
