import { defineErrors } from '../../shared/errors/domain-error.js';

/** Refusals about comments. */
export const commentsErrors = defineErrors({
  COMMENTING_CLOSED: {
    en: 'Comments are not open here now.',
    es: 'Ahora no se puede comentar aquí.',
    it: 'Ora qui non si può commentare.',
  },
  COMMENT_STATE: {
    en: 'This can’t be done with a comment in this state.',
    es: 'Esto no se puede hacer con un comentario en este estado.',
    it: 'Questo non si può fare con un commento in questo stato.',
  },
  OWN_COMMENT: {
    en: 'You can’t appreciate a comment of your own.',
    es: 'No puedes valorar un comentario tuyo.',
    it: 'Non puoi apprezzare un tuo commento.',
  },
});
