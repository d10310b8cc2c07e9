import type { DomainError } from '../../../shared/errors/domain-error.js';
import { invalidField } from '../../../shared/errors/validation.js';

/** Which words they are is not told: whoever wants them gone would find others. */
export const wordsBlocked = (field: 'title' | 'body'): DomainError =>
  invalidField(field, 'BLOCKED_WORDS', {
    en: 'This has words that this company does not allow. Please put it differently.',
    es: 'Contiene palabras que esta empresa no permite. Dilo de otra manera.',
    it: 'Contiene parole che questa azienda non ammette. Dillo in un altro modo.',
  });
