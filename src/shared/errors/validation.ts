import { ValidationPipe, type ValidationError } from '@nestjs/common';
import { commonErrors } from './common.errors.js';
import type { DomainError, FieldProblem } from './domain-error.js';
import type { Locale } from './locale.js';

type Text = Record<Locale, string | ((params: Record<string, string | number>) => string)>;
const limit = (text: string) => text.match(/-?\d+/)?.[0] ?? '';

/** Messages by class-validator's constraint name; the limit is read from its English message. */
const TEXTS: Record<string, Text> = {
  isEmail: {
    en: 'This is not an e-mail address.',
    es: 'No es una dirección de correo.',
    it: 'Non è un indirizzo e-mail.',
  },
  isDate: {
    en: 'A date from 1900 to 2999.',
    es: 'Una fecha de 1900 a 2999.',
    it: 'Una data dal 1900 al 2999.',
  },
  isNotEmpty: { en: 'Please fill this in.', es: 'Rellena este campo.', it: 'Compila questo campo.' },
  minLength: {
    en: ({ n }) => `At least ${n} characters.`,
    es: ({ n }) => `Al menos ${n} caracteres.`,
    it: ({ n }) => `Almeno ${n} caratteri.`,
  },
  maxLength: {
    en: ({ n }) => `At most ${n} characters.`,
    es: ({ n }) => `Como máximo ${n} caracteres.`,
    it: ({ n }) => `Al massimo ${n} caratteri.`,
  },
  min: { en: ({ n }) => `At least ${n}.`, es: ({ n }) => `Como mínimo ${n}.`, it: ({ n }) => `Almeno ${n}.` },
  max: { en: ({ n }) => `At most ${n}.`, es: ({ n }) => `Como máximo ${n}.`, it: ({ n }) => `Al massimo ${n}.` },
  arrayMinSize: { en: ({ n }) => `At least ${n}.`, es: ({ n }) => `Al menos ${n}.`, it: ({ n }) => `Almeno ${n}.` },
  arrayMaxSize: {
    en: ({ n }) => `At most ${n}.`,
    es: ({ n }) => `Como máximo ${n}.`,
    it: ({ n }) => `Al massimo ${n}.`,
  },
  isUuid: {
    en: 'This is not a known id.',
    es: 'No es un identificador válido.',
    it: 'Non è un identificativo valido.',
  },
};
const OTHER: Text = {
  en: 'This value is not allowed.',
  es: 'Este valor no está permitido.',
  it: 'Questo valore non è consentito.',
};

/** `maxLength` is MAX_LENGTH, `isEmail` NOT_EMAIL, `isNotEmpty` EMPTY. */
export const codeOf = (constraint: string): string =>
  constraint
    .replace(/([a-z0-9])([A-Z])/g, '$1_$2')
    .toUpperCase()
    .replace(/^IS_/, 'NOT_')
    .replace(/^NOT_NOT_/, '');

function problemsOf(errors: ValidationError[], prefix = ''): FieldProblem[] {
  return errors.flatMap((error) => {
    const path = prefix ? `${prefix}.${error.property}` : error.property;
    const own = Object.entries(error.constraints ?? {})
      .slice(0, 1)
      .map(([name, text]) => ({ path, code: codeOf(name), message: TEXTS[name] ?? OTHER, params: { n: limit(text) } }));
    return [...own, ...problemsOf(error.children ?? [], path)];
  });
}

/** VALIDATION_FAILED for these class-validator errors. */
export const validationFailed = (errors: ValidationError[]): DomainError =>
  commonErrors.VALIDATION_FAILED({ fields: problemsOf(errors) });

/** VALIDATION_FAILED for one field, with a message of the caller's. */
export const invalidField = (
  path: string,
  code: string,
  message: Text,
  params?: Record<string, string | number>,
): DomainError => commonErrors.VALIDATION_FAILED({ fields: [{ path, code, message, params }] });

/** The global pipe: inputs become instances of their classes, unknown keys are dropped, wrong ones are refused by field. */
export const validationPipe = (): ValidationPipe =>
  new ValidationPipe({ whitelist: true, transform: true, exceptionFactory: validationFailed });
