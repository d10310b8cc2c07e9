import { defineErrors } from '../../shared/errors/domain-error.js';

export const rewardsErrors = defineErrors({
  INSUFFICIENT_POINTS: {
    en: 'There are not enough points for this.',
    es: 'No hay puntos suficientes para esto.',
    it: 'Non ci sono abbastanza punti.',
  },
});
