import { defineErrors } from '../../shared/errors/domain-error.js';

export const moderationErrors = defineErrors({
  ALREADY_APPEALED: {
    en: 'You have appealed against this decision already.',
    es: 'Ya has reclamado contra esta decisión.',
    it: 'Hai già fatto reclamo contro questa decisione.',
  },
  APPEAL_TOO_LATE: {
    en: 'The time to appeal against this decision is over.',
    es: 'El plazo para reclamar contra esta decisión ha terminado.',
    it: 'Il termine per il reclamo contro questa decisione è scaduto.',
  },
  OWN_DECISION: {
    en: 'You made this decision: somebody else decides about the appeal.',
    es: 'Tomaste tú esta decisión: sobre la reclamación decide otra persona.',
    it: 'Questa decisione è tua: sul reclamo decide qualcun altro.',
  },
  OWN_CONTENT: {
    en: 'You wrote this yourself: another moderator decides.',
    es: 'Lo has escrito tú: decide otra persona que modere.',
    it: 'L’hai scritto tu: decide un altro moderatore.',
  },
});
