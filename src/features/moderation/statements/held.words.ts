import { HoldReason } from '../../companies/company.policy.js';
import type { Locale } from '../../../shared/errors/locale.js';
import type { ReviewKind } from '../reviews/review.entity.js';
import { StatementPart } from './statement.type.js';

/** What was public, and waits for a moderator because of its new text. */
interface Held {
  kind: ReviewKind;
  company: string;
  heldFor: HoldReason;
}

interface HeldWords {
  title: (held: Held) => string;
  parts: (held: Held) => Partial<Record<StatementPart, string[]>>;
}

/** What the author is told: the truth, but not what to write differently to get through. */
const FOUND: Record<Locale, Record<HoldReason, string>> = {
  en: {
    COMPANY_REVIEWS_EVERYTHING: 'Everything is read here before others see it.',
    NEWCOMER: 'What new members write is read here before others see it.',
    EDIT_REQUESTED: 'A moderator had asked for a change.',
    REPEATED: 'You have posted the same before, or nearly the same.',
    MANY_POSTS: 'You have posted much in a short time.',
    MANY_LINKS: 'Your new text has more links than you may post unread.',
    WATCHED_LINK: 'Your new text names a site of which it is read first what is said.',
    WATCHED_WORD: 'Your new text has words of which it is read first what is said with them.',
    AUTOMATIC_CHECK: 'An automatic check was not sure about your new text.',
  },
  es: {
    COMPANY_REVIEWS_EVERYTHING: 'Aquí se lee todo antes de que lo vean los demás.',
    NEWCOMER: 'Aquí se lee lo que escriben los nuevos miembros antes de que lo vean los demás.',
    EDIT_REQUESTED: 'Quienes moderan habían pedido un cambio.',
    REPEATED: 'Ya habías publicado lo mismo, o casi lo mismo.',
    MANY_POSTS: 'Has publicado mucho en poco tiempo.',
    MANY_LINKS: 'El texto nuevo tiene más enlaces de los que puedes publicar sin que se lea antes.',
    WATCHED_LINK: 'El texto nuevo nombra un sitio del que primero se lee lo que se dice.',
    WATCHED_WORD: 'El texto nuevo tiene palabras con las que primero se lee lo que se dice.',
    AUTOMATIC_CHECK: 'Una comprobación automática tiene dudas sobre el texto nuevo.',
  },
  it: {
    COMPANY_REVIEWS_EVERYTHING: 'Qui si legge tutto prima che lo vedano gli altri.',
    NEWCOMER: 'Qui si legge ciò che scrivono i nuovi membri prima che lo vedano gli altri.',
    EDIT_REQUESTED: 'Un moderatore aveva chiesto una modifica.',
    REPEATED: 'Avevi già pubblicato lo stesso testo, o quasi.',
    MANY_POSTS: 'Hai pubblicato molto in poco tempo.',
    MANY_LINKS: 'Il nuovo testo ha più link di quanti puoi pubblicarne senza che siano letti prima.',
    WATCHED_LINK: 'Il nuovo testo nomina un sito del quale si legge prima che cosa se ne dice.',
    WATCHED_WORD: 'Il nuovo testo ha parole con cui si legge prima che cosa si dice.',
    AUTOMATIC_CHECK: 'Un controllo automatico ha dubbi sul nuovo testo.',
  },
};

const { DECISION, GROUND, FACTS, SCOPE } = StatementPart;
const THIS: Record<Locale, Record<ReviewKind, string>> = {
  en: { IDEA: 'this idea', COMMENT: 'this comment', PROFILE: 'this profile' },
  es: { IDEA: 'esta idea', COMMENT: 'este comentario', PROFILE: 'este perfil' },
  it: { IDEA: 'questa idea', COMMENT: 'questo commento', PROFILE: 'questo profilo' },
};
const YOURS: Record<Locale, Record<ReviewKind, string>> = {
  en: { IDEA: 'Your idea', COMMENT: 'Your comment', PROFILE: 'Your profile' },
  es: { IDEA: 'Tu idea', COMMENT: 'Tu comentario', PROFILE: 'Tu perfil' },
  it: { IDEA: 'La tua idea', COMMENT: 'Il tuo commento', PROFILE: 'Il tuo profilo' },
};

/** The parts of a statement that differ where a changed text waits to be read, rather than being hidden. */
export const HELD: Record<Locale, HeldWords> = {
  en: {
    title: ({ kind }) => `${YOURS.en[kind]} waits for a moderator`,
    parts: ({ kind, company, heldFor }) => ({
      [DECISION]: [
        `You have changed ${THIS.en[kind]}, and nobody but its authors and the moderators sees it until a moderator has read the new text. You can go on changing it.`,
      ],
      [GROUND]: [
        `${company} has some new texts read by a person before others see them. That they break a rule is not said.`,
      ],
      [FACTS]: [FOUND.en[heldFor]],
      [SCOPE]: [
        `It concerns ${THIS.en[kind]} alone, in all countries, until a moderator has decided. If it stays, all is as it was before.`,
      ],
    }),
  },
  es: {
    title: ({ kind }) => `${YOURS.es[kind]} espera a quienes moderan`,
    parts: ({ kind, company, heldFor }) => ({
      [DECISION]: [
        `Has cambiado ${THIS.es[kind]} y, hasta que alguien que modera haya leído el texto nuevo, solo lo ven sus autores y quienes moderan. Puedes seguir cambiándolo.`,
      ],
      [GROUND]: [
        `En ${company} una persona lee algunos textos nuevos antes de que los vean los demás. Eso no quiere decir que incumplan una norma.`,
      ],
      [FACTS]: [FOUND.es[heldFor]],
      [SCOPE]: [
        `Afecta solo a ${THIS.es[kind]}, en todos los países, hasta que decida quien modera. Si se mantiene, todo vuelve a estar como antes.`,
      ],
    }),
  },
  it: {
    title: ({ kind }) => `${YOURS.it[kind]} aspetta un moderatore`,
    parts: ({ kind, company, heldFor }) => ({
      [DECISION]: [
        `Hai modificato ${THIS.it[kind]} e, finché un moderatore non ha letto il nuovo testo, lo vedono solo i suoi autori e i moderatori. Puoi continuare a modificarlo.`,
      ],
      [GROUND]: [
        `Da ${company} una persona legge alcuni nuovi testi prima che li vedano gli altri. Non vuol dire che violino una regola.`,
      ],
      [FACTS]: [FOUND.it[heldFor]],
      [SCOPE]: [
        `Riguarda solo ${THIS.it[kind]}, in tutti i Paesi, finché un moderatore non decide. Se resta, tutto torna com’era prima.`,
      ],
    }),
  },
};
