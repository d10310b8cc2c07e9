import { commonErrors } from '../../shared/errors/common.errors.js';
import { defineErrors, type DomainError, type FieldProblem } from '../../shared/errors/domain-error.js';

export const challengeErrors = defineErrors({
  CHALLENGE_CLOSED: {
    en: 'This challenge does not allow this now.',
    es: 'Este reto no lo permite ahora.',
    it: 'Questa sfida ora non lo permette.',
  },
  TERMS_NOT_ACCEPTED: {
    en: 'Please accept the terms of this challenge first.',
    es: 'Primero acepta las bases de este reto.',
    it: 'Prima accetta il regolamento di questa sfida.',
  },
  CHALLENGE_STATE: {
    en: 'A challenge in this state can’t be changed like this.',
    es: 'Un reto en este estado no se puede cambiar así.',
    it: 'Una sfida in questo stato non si può modificare così.',
  },
});

/** What can be wrong with a field of a challenge, besides its length and type. */
const texts = {
  PHASE_END_BEFORE_START: {
    en: 'A phase ends after it starts.',
    es: 'Una fase termina después de empezar.',
    it: 'Una fase finisce dopo l’inizio.',
  },
  PHASES_OVERLAP: {
    en: 'Phases follow each other: this one starts before the one above ends.',
    es: 'Las fases van una tras otra: esta empieza antes de que termine la anterior.',
    it: 'Le fasi si susseguono: questa inizia prima che finisca la precedente.',
  },
  PHASES_NEEDED: {
    en: 'A challenge needs at least one phase to be published.',
    es: 'Un reto necesita al menos una fase para publicarse.',
    it: 'Una sfida ha bisogno di almeno una fase per essere pubblicata.',
  },
  PHASES_OVER: {
    en: 'The last phase would be over already.',
    es: 'La última fase ya habría terminado.',
    it: 'L’ultima fase sarebbe già finita.',
  },
  PHASE_STARTED: {
    en: 'A phase that has started stays as it is. It can be extended, with a public reason.',
    es: 'Una fase empezada no se cambia. Se puede prolongar, con un motivo público.',
    it: 'Una fase iniziata non si modifica. Si può prolungare, con un motivo pubblico.',
  },
  PHASE_IN_PAST: {
    en: 'A new phase starts in the future.',
    es: 'Una fase nueva empieza en el futuro.',
    it: 'Una nuova fase inizia nel futuro.',
  },
  PHASE_ENDED: {
    en: 'This phase has ended.',
    es: 'Esta fase ha terminado.',
    it: 'Questa fase è finita.',
  },
  PHASE_EXTENDED: {
    en: 'A phase that was extended in public can’t be removed.',
    es: 'Una fase prolongada públicamente no se puede quitar.',
    it: 'Una fase prolungata pubblicamente non si può togliere.',
  },
  UNKNOWN_PHASE: {
    en: 'This phase does not belong to the challenge.',
    es: 'Esta fase no es del reto.',
    it: 'Questa fase non appartiene alla sfida.',
  },
  NOT_LATER: {
    en: 'An extended phase ends later than before.',
    es: 'Una fase prolongada termina más tarde que antes.',
    it: 'Una fase prolungata finisce più tardi di prima.',
  },
  WEIGHTS_NOT_100: {
    en: ({ sum }: Record<string, string | number>) => `The weights add up to 100, not ${sum}.`,
    es: ({ sum }: Record<string, string | number>) => `Los pesos suman 100, no ${sum}.`,
    it: ({ sum }: Record<string, string | number>) => `I pesi sommano a 100, non a ${sum}.`,
  },
  PLACE_TWICE: {
    en: 'Another prize has this place.',
    es: 'Otro premio tiene este puesto.',
    it: 'Un altro premio ha questo posto.',
  },
  AMOUNT_NEEDED: {
    en: 'A prize in money needs its amount.',
    es: 'Un premio en dinero necesita su importe.',
    it: 'Un premio in denaro ha bisogno dell’importo.',
  },
  CURRENCY_NEEDED: {
    en: 'An amount needs its currency.',
    es: 'Un importe necesita su moneda.',
    it: 'Un importo ha bisogno della valuta.',
  },
  POINTS_NEEDED: {
    en: 'A prize in points needs their number.',
    es: 'Un premio en puntos necesita su número.',
    it: 'Un premio in punti ha bisogno del loro numero.',
  },
  SHARE_NEEDED: {
    en: 'A share of revenue needs its percentage.',
    es: 'Una participación en ingresos necesita su porcentaje.',
    it: 'Una quota dei ricavi ha bisogno della percentuale.',
  },
  PRIZE_REMOVED: {
    en: ({ place }: Record<string, string | number>) => `The prize for place ${place} was promised: it stays.`,
    es: ({ place }: Record<string, string | number>) => `El premio del puesto ${place} está prometido: se queda.`,
    it: ({ place }: Record<string, string | number>) => `Il premio per il posto ${place} è stato promesso: resta.`,
  },
  PRIZE_LOWERED: {
    en: 'A promised prize can only grow.',
    es: 'Un premio prometido solo puede crecer.',
    it: 'Un premio promesso può solo crescere.',
  },
  PRIZE_PLACE: {
    en: 'A new prize comes after those that were promised.',
    es: 'Un premio nuevo va después de los prometidos.',
    it: 'Un nuovo premio viene dopo quelli promessi.',
  },
  FROZEN: {
    en: 'This stays as it was published: people count on it.',
    es: 'Esto queda como se publicó: la gente cuenta con ello.',
    it: 'Questo resta come è stato pubblicato: le persone ci contano.',
  },
  JURY_WITHOUT_EXPERTS: {
    en: 'A jury is made of experts, and the company has none: make a member an expert first, or find the winners otherwise.',
    es: 'Un jurado se compone de expertos, y la empresa no tiene ninguno: primero haz experto a un miembro, o elige otra forma de hallar a los ganadores.',
    it: 'Una giuria è fatta di esperti, e l’azienda non ne ha: prima rendi esperto un membro, o scegli un altro modo di trovare i vincitori.',
  },
  PUBLISH_AFTER_START: {
    en: 'A challenge is published before its first phase starts.',
    es: 'Un reto se publica antes de que empiece su primera fase.',
    it: 'Una sfida si pubblica prima dell’inizio della prima fase.',
  },
} satisfies Record<string, FieldProblem['message']>;

/** One wrong field, with its message. */
export const problem = (path: string, code: keyof typeof texts, params?: FieldProblem['params']): FieldProblem => ({
  path,
  code,
  message: texts[code],
  params,
});

/** @throws DomainError VALIDATION_FAILED where there is any problem */
export function refuse(problems: FieldProblem[]): void {
  if (problems.length > 0) throw commonErrors.VALIDATION_FAILED({ fields: problems });
}

/** VALIDATION_FAILED for one field. */
export const wrong = (...args: Parameters<typeof problem>): DomainError =>
  commonErrors.VALIDATION_FAILED({ fields: [problem(...args)] });
