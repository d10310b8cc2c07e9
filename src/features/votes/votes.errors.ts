import { defineErrors } from '../../shared/errors/domain-error.js';

/** Refusals about votes. */
export const votesErrors = defineErrors({
  VOTING_CLOSED: {
    en: 'Voting is not open for this idea.',
    es: 'La votación de esta idea no está abierta.',
    it: 'La votazione di questa idea non è aperta.',
  },
  OWN_IDEA: {
    en: 'You can’t vote for an idea of your own.',
    es: 'No puedes votar una idea tuya.',
    it: 'Non puoi votare una tua idea.',
  },
  DOWN_VOTES_OFF: {
    en: 'This company counts votes in favour only.',
    es: 'Esta empresa solo cuenta votos a favor.',
    it: 'Questa azienda conta solo i voti a favore.',
  },
});
