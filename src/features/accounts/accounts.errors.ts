import { defineErrors } from '../../shared/errors/domain-error.js';

/** Refusals about accounts. None tells whether somebody else has one. */
export const accountsErrors = defineErrors({
  WRONG_CREDENTIALS: {
    en: 'The e-mail address or the password is wrong.',
    es: 'El correo o la contraseña no son correctos.',
    it: 'L’e-mail o la password non è corretta.',
  },
  WRONG_PASSWORD: {
    en: 'This is not your current password.',
    es: 'Esta no es tu contraseña actual.',
    it: 'Questa non è la tua password attuale.',
  },
  PASSWORD_TOO_COMMON: {
    en: 'Very many people use this password: choose another one.',
    es: 'Muchísima gente usa esta contraseña: elige otra.',
    it: 'Moltissime persone usano questa password: scegline un’altra.',
  },
  PASSWORD_TOO_GUESSABLE: {
    en: 'This password is easy to guess. Three or four words that do not belong together make a good one.',
    es: 'Esta contraseña es fácil de adivinar. Tres o cuatro palabras sin relación hacen una buena.',
    it: 'Questa password è facile da indovinare. Tre o quattro parole senza legame ne fanno una buona.',
  },
  PASSWORD_UNCHANGED: {
    en: 'This is the password that you have already.',
    es: 'Esta es la contraseña que ya tienes.',
    it: 'Questa è la password che hai già.',
  },
  EMAIL_UNCHANGED: {
    en: 'This is the address that you have already.',
    es: 'Esta es la dirección que ya tienes.',
    it: 'Questo è l’indirizzo che hai già.',
  },
  EMAIL_TAKEN: {
    en: 'This address belongs to another account by now.',
    es: 'Esta dirección ya pertenece a otra cuenta.',
    it: 'Questo indirizzo appartiene ormai a un altro account.',
  },
  LINK_INVALID: {
    en: 'This link has been used, has run out or was replaced by a newer one. Ask for a new one.',
    es: 'Este enlace ya se ha usado, ha caducado o hay uno más reciente. Pide otro.',
    it: 'Questo link è già stato usato, è scaduto o ce n’è uno più recente. Chiedine un altro.',
  },
  SIGN_IN_TO_CONFIRM: {
    en: 'Sign in to the account whose address you are changing, then open the link again.',
    es: 'Inicia sesión en la cuenta cuya dirección cambias y abre el enlace otra vez.',
    it: 'Accedi all’account di cui cambi l’indirizzo, poi apri di nuovo il link.',
  },
  ALREADY_VERIFIED: {
    en: 'Your address is confirmed already.',
    es: 'Tu dirección ya está confirmada.',
    it: 'Il tuo indirizzo è già confermato.',
  },
});
