import { defineErrors } from '../../shared/errors/domain-error.js';

/** Refusals about companies, members and invitations. */
export const companiesErrors = defineErrors({
  MEMBER_SUSPENDED: {
    en: 'You can read here, but you can’t take part until your suspension ends.',
    es: 'Puedes leer, pero no participar hasta que termine tu suspensión.',
    it: 'Puoi leggere, ma non partecipare finché non termina la tua sospensione.',
  },
  MEMBER_SILENCED: {
    en: 'You can read and vote here, but you can’t write until your silence ends.',
    es: 'Puedes leer y votar, pero no escribir hasta que termine tu silencio.',
    it: 'Puoi leggere e votare, ma non scrivere finché non termina il tuo silenzio.',
  },
  SLUG_UNAVAILABLE: {
    en: 'This address is not available. Please choose another.',
    es: 'Esta dirección no está disponible. Elige otra.',
    it: 'Questo indirizzo non è disponibile. Scegline un altro.',
  },
  JOIN_BY_INVITATION: {
    en: 'Only invited people can join this company.',
    es: 'A esta empresa solo se entra por invitación.',
    it: 'In questa azienda si entra solo su invito.',
  },
  JOIN_EMAIL_DOMAIN: {
    en: 'Your e-mail address is not at one of the domains that may join this company.',
    es: 'Tu correo no pertenece a ninguno de los dominios que pueden unirse a esta empresa.',
    it: 'Il tuo indirizzo e-mail non appartiene a un dominio che può entrare in questa azienda.',
  },
  LAST_OWNER: {
    en: 'A company needs an owner: make somebody else an owner first.',
    es: 'Una empresa necesita propietario: nombra antes a otra persona.',
    it: 'Un’azienda ha bisogno di un proprietario: nomina prima qualcun altro.',
  },
  INVITATION_INVALID: {
    en: 'This invitation is not valid. Ask for a new one.',
    es: 'Esta invitación no es válida. Pide otra.',
    it: 'Questo invito non è valido. Chiedine un altro.',
  },
  INVITATION_EXPIRED: {
    en: 'This invitation has expired. Ask for a new one.',
    es: 'Esta invitación ha caducado. Pide otra.',
    it: 'Questo invito è scaduto. Chiedine un altro.',
  },
  INVITATION_USED: {
    en: 'This invitation has already been accepted.',
    es: 'Esta invitación ya se ha aceptado.',
    it: 'Questo invito è già stato accettato.',
  },
  INVITATION_OTHER_ADDRESS: {
    en: 'This invitation was sent to another e-mail address. Sign in with that one.',
    es: 'Esta invitación se envió a otro correo. Inicia sesión con ese.',
    it: 'Questo invito è stato inviato a un altro indirizzo. Accedi con quello.',
  },
});
