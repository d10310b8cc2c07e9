import { defineErrors } from '../../shared/errors/domain-error.js';

export const challengeErrors = defineErrors({
  CHALLENGE_CLOSED: {
    en: 'This challenge does not allow this now.',
    es: 'Este reto no lo permite ahora.',
    it: 'Questa sfida ora non lo permette.',
  },
  TERMS_NOT_ACCEPTED: {
    en: 'Please accept the terms of this challenge first.',
    es: 'Primero acepta las bases de este reto.',
    it: 'Prima accetta i termini di questa sfida.',
  },
  CHALLENGE_STATE: {
    en: 'A challenge in this state can’t be changed like this.',
    es: 'Un reto en este estado no se puede cambiar así.',
    it: 'Una sfida in questo stato non si può modificare così.',
  },
});
