import { defineErrors } from '../../../shared/errors/domain-error.js';

/** Refusals about gifts and thanks. */
export const giftsErrors = defineErrors({
  GIFT_TO_STAFF: {
    en: 'Gifts are for members, not for the team, nor for oneself.',
    es: 'Los regalos son para los miembros, no para el equipo ni para uno mismo.',
    it: 'I regali sono per i membri, non per il team né per sé stessi.',
  },
  RECEIVER_EXCLUDED: {
    en: 'This member is suspended or excluded from rewards at the moment, so nothing can be given.',
    es: 'Este miembro está suspendido o excluido de las recompensas ahora mismo, así que no se le puede regalar nada.',
    it: 'In questo momento questo membro è sospeso o escluso dalle ricompense, quindi non gli si può regalare nulla.',
  },
  GIFT_BUDGET_SPENT: {
    en: ({ left }) => `That is more than you may still give this month: you have ${left} points left.`,
    es: ({ left }) => `Es más de lo que aún puedes regalar este mes: te quedan ${left} puntos.`,
    it: ({ left }) => `È più di quanto puoi ancora regalare questo mese: ti restano ${left} punti.`,
  },
  GIFT_TOO_LATE: {
    en: 'A gift can be taken back within 24 hours; since then it is theirs.',
    es: 'Un regalo se puede retirar durante 24 horas; después ya es suyo.',
    it: 'Un regalo si può ritirare entro 24 ore; dopo è loro.',
  },
  GIFT_USED: {
    en: 'This gift has been used already, so it stays theirs.',
    es: 'Este regalo ya se ha usado, así que sigue siendo suyo.',
    it: 'Questo regalo è già stato usato, quindi resta loro.',
  },
});
