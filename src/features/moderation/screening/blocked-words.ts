import type { DomainError } from '../../../shared/errors/domain-error.js';
import { invalidField } from '../../../shared/errors/validation.js';

/** Which words they are is not told: whoever wants them gone would find others. */
export const wordsBlocked = (field: string): DomainError =>
  invalidField(field, 'BLOCKED_WORDS', {
    en: 'This has words that this company does not allow. Please put it differently.',
    es: 'Contiene palabras que esta empresa no permite. Dilo de otra manera.',
    it: 'Contiene parole che questa azienda non ammette. Dillo in un altro modo.',
  });

/** Of what people say about themselves wherever they are members. */
export const wordsBlockedBy = (field: string, company: string): DomainError =>
  invalidField(
    field,
    'BLOCKED_WORDS',
    {
      en: ({ company: name }) => `This has words that ${name} does not allow its members. Please put it differently.`,
      es: ({ company: name }) => `Contiene palabras que ${name} no permite a sus miembros. Dilo de otra manera.`,
      it: ({ company: name }) => `Contiene parole che ${name} non ammette ai suoi membri. Dillo in un altro modo.`,
    },
    { company },
  );
