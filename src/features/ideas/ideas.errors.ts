import { defineErrors } from '../../shared/errors/domain-error.js';
import { invalidField } from '../../shared/errors/validation.js';

/** Refusals about ideas. */
export const ideasErrors = defineErrors({
  IDEA_BOX_CLOSED: {
    en: 'The idea box is closed.',
    es: 'El buzón de ideas está cerrado.',
    it: 'La cassetta delle idee è chiusa.',
  },
  IDEA_STATE: {
    en: 'This can’t be done with an idea in this state.',
    es: 'Esto no se puede hacer con una idea en este estado.',
    it: 'Questo non si può fare con un’idea in questo stato.',
  },
  IDEA_LOCKED: {
    en: 'A moderator has locked this idea.',
    es: 'Quien modera ha cerrado esta idea.',
    it: 'Un moderatore ha chiuso questa idea.',
  },
  IDEA_DECIDED: {
    en: 'The company has already decided about this idea, so it stays.',
    es: 'La empresa ya ha decidido sobre esta idea, así que se queda.',
    it: 'L’azienda ha già deciso su questa idea, quindi resta.',
  },
  TOO_MANY_DRAFTS: {
    en: ({ most }) => `You have ${most} drafts here. Submit or delete one first.`,
    es: ({ most }) => `Ya tienes ${most} borradores aquí. Envía o borra alguno antes.`,
    it: ({ most }) => `Hai già ${most} bozze qui. Prima inviane o eliminane una.`,
  },
  TOO_MANY_REPLIES: {
    en: ({ most }) => `A company keeps at most ${most} saved replies. Delete one first.`,
    es: ({ most }) => `Una empresa guarda como máximo ${most} respuestas. Borra una antes.`,
    it: ({ most }) => `Un’azienda conserva al massimo ${most} risposte. Prima eliminane una.`,
  },
  TOO_MANY_COAUTHORS: {
    en: ({ most }) => `An idea has at most ${most} co-authors.`,
    es: ({ most }) => `Una idea tiene como máximo ${most} coautores.`,
    it: ({ most }) => `Un’idea ha al massimo ${most} coautori.`,
  },
  COAUTHOR_NOT_MEMBER: {
    en: 'Only other members of this company can be co-authors.',
    es: 'Solo otros miembros de esta empresa pueden ser coautores.',
    it: 'Solo altri membri di questa azienda possono essere coautori.',
  },
  COAUTHOR_ALREADY: {
    en: 'This person has already been asked.',
    es: 'A esta persona ya se le ha preguntado.',
    it: 'A questa persona è già stato chiesto.',
  },
});

/** Of what is to be masked: it does not say that. */
export const notInText = (passage: string) =>
  invalidField(
    'passages',
    'NOT_IN_TEXT',
    {
      en: ({ passage: words }) => `“${words}” is not in the text.`,
      es: ({ passage: words }) => `«${words}» no está en el texto.`,
      it: ({ passage: words }) => `«${words}» non è nel testo.`,
    },
    { passage },
  );
