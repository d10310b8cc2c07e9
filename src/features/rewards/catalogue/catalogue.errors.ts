import { defineErrors } from '../../../shared/errors/domain-error.js';

/** Refusals about the catalogue. */
export const catalogueErrors = defineErrors({
  REWARDS_EXCLUDED: {
    en: 'By a decision of the moderators you have no part in rewards for now. The decision says why, and how to appeal.',
    es: 'Por una decisión del equipo de moderación, de momento no participas en las recompensas. La decisión explica el motivo y cómo recurrirla.',
    it: 'Per una decisione dei moderatori, al momento non partecipi alle ricompense. La decisione spiega il motivo e come fare ricorso.',
  },
  REDEEMER_EXCLUDED: {
    en: 'This person has no part in rewards at the moment, so nothing can be handed over or given back to them.',
    es: 'Esta persona no participa en las recompensas en este momento, así que no se le puede entregar ni devolver nada.',
    it: 'In questo momento questa persona non partecipa alle ricompense, quindi non le si può consegnare né restituire nulla.',
  },
  REWARD_NOT_OPEN: {
    en: 'This can’t be redeemed at the moment.',
    es: 'En este momento no se puede canjear.',
    it: 'In questo momento non si può riscattare.',
  },
  REWARD_SOLD_OUT: {
    en: 'None of these is left.',
    es: 'Ya no queda ninguno.',
    it: 'Non ce ne sono più.',
  },
  REWARD_LIMIT_REACHED: {
    en: 'You already have as many of these as one person can get.',
    es: 'Ya tienes todos los que puede conseguir una persona.',
    it: 'Ne hai già quanti ne può avere una persona.',
  },
  REWARD_LEVEL_NEEDED: {
    en: ({ level }) => `This is for members of level ${level} and above.`,
    es: ({ level }) => `Es para miembros del nivel ${level} o superior.`,
    it: ({ level }) => `È per i membri dal livello ${level} in su.`,
  },
  REWARD_STATE: {
    en: 'This is not possible with a reward in this state.',
    es: 'No es posible con una recompensa en este estado.',
    it: 'Non è possibile con una ricompensa in questo stato.',
  },
  REDEMPTION_STATE: {
    en: 'This is not possible any more: it was handed over or ended in the meantime.',
    es: 'Ya no es posible: entretanto se ha entregado o ha terminado.',
    it: 'Non è più possibile: nel frattempo è stato consegnato o è terminato.',
  },
});
