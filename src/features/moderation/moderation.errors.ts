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
  OWN_FLAG: {
    en: 'You reported this yourself: another moderator decides.',
    es: 'Lo has denunciado tú: decide otra persona que modere.',
    it: 'L’hai segnalato tu: decide un altro moderatore.',
  },
  OWN_POST: {
    en: 'You wrote this yourself; you can change it or take it back.',
    es: 'Lo has escrito tú; puedes cambiarlo o retirarlo.',
    it: 'L’hai scritto tu; puoi modificarlo o ritirarlo.',
  },
  ALREADY_FLAGGED: {
    en: 'You have reported this already.',
    es: 'Ya lo has denunciado.',
    it: 'L’hai già segnalato.',
  },
  MODERATES_HERE: {
    en: 'You moderate here: report it as a member, or decide about it yourself.',
    es: 'Moderas aquí: denúncialo como miembro o decide tú sobre ello.',
    it: 'Qui moderi tu: segnalalo come membro, o decidi tu.',
  },
  NOT_PUBLIC: {
    en: 'This is not public any more.',
    es: 'Esto ya no es público.',
    it: 'Questo non è più pubblico.',
  },
  CLAIMED: {
    en: 'Another moderator is looking at this just now.',
    es: 'Otra persona que modera lo está mirando ahora mismo.',
    it: 'Un altro moderatore lo sta guardando proprio ora.',
  },
});
