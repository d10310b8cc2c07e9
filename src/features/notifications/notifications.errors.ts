import { defineErrors } from '../../shared/errors/domain-error.js';

/** Refusals about notifications. */
export const notificationsErrors = defineErrors({
  UNSUBSCRIBE_LINK_WRONG: {
    en: 'This link is not complete. You can choose your mails in your settings.',
    es: 'Este enlace no está completo. Puedes elegir tus correos en los ajustes.',
    it: 'Questo link non è completo. Puoi scegliere le tue e-mail nelle impostazioni.',
  },
});
