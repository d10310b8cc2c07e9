import { defineErrors } from './domain-error.js';

/** Refusals that any operation may give. */
export const commonErrors = defineErrors({
  CANNOT_BE_OPENED: {
    en: 'This can’t be read any more: it was sealed with a key that this site no longer has.',
    es: 'Ya no se puede leer: se selló con una clave que este sitio ya no tiene.',
    it: 'Non si può più leggere: è stato sigillato con una chiave che questo sito non ha più.',
  },
  NOT_FOUND: {
    en: 'There is nothing here, or it is not yours to see.',
    es: 'Aquí no hay nada, o no puedes verlo.',
    it: 'Qui non c’è nulla, o non puoi vederlo.',
  },
  FORBIDDEN: {
    en: 'You may not do this.',
    es: 'No tienes permiso para hacer esto.',
    it: 'Non hai il permesso di farlo.',
  },
  UNAUTHENTICATED: {
    en: 'Please sign in.',
    es: 'Inicia sesión, por favor.',
    it: 'Accedi, per favore.',
  },
  EMAIL_NOT_VERIFIED: {
    en: 'Please confirm your e-mail address first.',
    es: 'Primero confirma tu correo electrónico.',
    it: 'Prima conferma il tuo indirizzo e-mail.',
  },
  VALIDATION_FAILED: {
    en: 'Please check the marked fields.',
    es: 'Revisa los campos marcados.',
    it: 'Controlla i campi indicati.',
  },
  CONFLICT: {
    en: 'Somebody changed this in the meantime. Look at the newest version and try again.',
    es: 'Alguien lo ha cambiado mientras tanto. Mira la versión más reciente e inténtalo de nuevo.',
    it: 'Nel frattempo qualcuno l’ha modificato. Guarda la versione più recente e riprova.',
  },
  RATE_LIMITED: {
    en: ({ retryAfter }) => `Too many attempts. Try again in ${retryAfter} s.`,
    es: ({ retryAfter }) => `Demasiados intentos. Vuelve a intentarlo en ${retryAfter} s.`,
    it: ({ retryAfter }) => `Troppi tentativi. Riprova tra ${retryAfter} s.`,
  },
  INTERNAL: {
    en: 'Something went wrong on our side. Please try again.',
    es: 'Algo ha fallado por nuestra parte. Inténtalo de nuevo.',
    it: 'Qualcosa è andato storto da parte nostra. Riprova.',
  },
  BAD_USER_INPUT: {
    en: 'A value is missing or of the wrong type.',
    es: 'Falta un valor o es de otro tipo.',
    it: 'Un valore manca o è di un altro tipo.',
  },
  REQUEST_TOO_LARGE: {
    en: 'The request is too large.',
    es: 'La petición es demasiado grande.',
    it: 'La richiesta è troppo grande.',
  },
  BAD_REQUEST: {
    en: 'The request could not be understood.',
    es: 'No se ha podido entender la petición.',
    it: 'Non è stato possibile comprendere la richiesta.',
  },
});
