import { defineErrors } from '../../shared/errors/domain-error.js';

export const moderationErrors = defineErrors({
  OWN_CONTENT: {
    en: 'You wrote this yourself: another moderator decides.',
    es: 'Lo has escrito tú: decide otra persona que modere.',
    it: 'L’hai scritto tu: decide un altro moderatore.',
  },
});
