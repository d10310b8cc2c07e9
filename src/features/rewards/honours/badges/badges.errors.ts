import { defineErrors } from '../../../../shared/errors/domain-error.js';

/** Refusals about badges. */
export const badgesErrors = defineErrors({
  BADGE_RETIRED: {
    en: 'This badge is not given any more.',
    es: 'Esta insignia ya no se concede.',
    it: 'Questo distintivo non viene più assegnato.',
  },
  BADGE_IS_EARNED: {
    en: 'This badge is earned by its rule. Only badges without a rule are given by hand.',
    es: 'Esta insignia se gana por su regla. Solo las que no tienen regla se conceden a mano.',
    it: 'Questo distintivo si ottiene con la sua regola. A mano si assegnano solo quelli senza regola.',
  },
  BADGE_HELD: {
    en: 'They have this badge already.',
    es: 'Ya tiene esta insignia.',
    it: 'Ha già questo distintivo.',
  },
  BADGE_NOT_FOR_THEM: {
    en: 'Badges can’t be given to oneself, to the company’s own people, or to who has no part in rewards now.',
    es: 'No se pueden conceder insignias a uno mismo, a quienes trabajan para la empresa ni a quien ahora no participa en las recompensas.',
    it: 'I distintivi non si assegnano a sé stessi, a chi lavora per l’azienda né a chi ora non partecipa ai premi.',
  },
  TOO_MANY_BADGES: {
    en: ({ most }) => `A company can have at most ${most} badges of its own in use. Retire one first.`,
    es: ({ most }) => `Una empresa puede tener como máximo ${most} insignias propias en uso. Retira una antes.`,
    it: ({ most }) => `Un’azienda può avere al massimo ${most} distintivi propri in uso. Prima ritirane uno.`,
  },
});
