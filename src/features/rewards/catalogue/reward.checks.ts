import { commonErrors } from '../../../shared/errors/common.errors.js';
import type { DomainError, FieldProblem } from '../../../shared/errors/domain-error.js';
import { invalidField } from '../../../shared/errors/validation.js';
import { Fulfilment, type Reward } from './reward.entity.js';

/** Pieces of a reward, at most. */
export const MOST_PIECES = 1_000_000;

type Details = Pick<Reward, 'fulfilment' | 'needsAddress' | 'pictureFileId' | 'pictureAlt' | 'startsAt' | 'endsAt'>;

/** @throws DomainError VALIDATION_FAILED, naming what does not go together */
export function refuseBadReward({
  fulfilment,
  needsAddress,
  pictureFileId,
  pictureAlt,
  startsAt,
  endsAt,
}: Details): void {
  const problems: FieldProblem[] = [];
  if (startsAt && endsAt && endsAt <= startsAt)
    problems.push({
      path: 'endsAt',
      code: 'ENDS_BEFORE_START',
      message: {
        en: 'The end comes after the beginning.',
        es: 'El final va después del principio.',
        it: 'La fine viene dopo l’inizio.',
      },
    });
  if (pictureFileId && !pictureAlt)
    problems.push({
      path: 'pictureAlt',
      code: 'ALT_NEEDED',
      message: {
        en: 'Say what the picture shows, for those who do not see it.',
        es: 'Di qué muestra la imagen, para quienes no la ven.',
        it: 'Di’ che cosa mostra l’immagine, per chi non la vede.',
      },
    });
  if (needsAddress && fulfilment === Fulfilment.CODE)
    problems.push({
      path: 'needsAddress',
      code: 'NO_ADDRESS_FOR_CODES',
      message: {
        en: 'A code is shown at once: no address is needed.',
        es: 'El código se muestra al momento: no hace falta dirección.',
        it: 'Il codice si mostra subito: non serve un indirizzo.',
      },
    });
  if (problems.length > 0) throw commonErrors.VALIDATION_FAILED({ fields: problems });
}

/** Codes are counted as they are uploaded. */
export const stockOfCodes = (field: string): DomainError =>
  invalidField(field, 'STOCK_OF_CODES', {
    en: 'There are as many as there are codes: upload codes instead.',
    es: 'Hay tantos como códigos: sube códigos.',
    it: 'Ce ne sono tanti quanti i codici: carica dei codici.',
  });

export const stockOutOfRange = (): DomainError =>
  invalidField('by', 'STOCK_OUT_OF_RANGE', {
    en: 'From 0 to 1,000,000 can be left.',
    es: 'Pueden quedar de 0 a 1.000.000.',
    it: 'Possono restarne da 0 a 1.000.000.',
  });
