import { IntrinsicException } from '@nestjs/common';
import { Locale } from './locale.js';

type Params = Record<string, string | number>;
type Text = Record<Locale, string | ((params: Params) => string)>;

/** One wrong field: its path in the input, a stable code, and the message in the user's language. */
export interface FieldProblem {
  path: string;
  code: string;
  message: Text;
  params?: Params;
}

/**
 * A refusal that the caller may understand: stable code, translated message, the fields it concerns. Nest does not log
 * intrinsic exceptions: a refusal is no fault of ours.
 */
export class DomainError extends IntrinsicException {
  override readonly name = 'DomainError';

  constructor(
    readonly code: string,
    readonly text: Text,
    readonly options: {
      field?: string;
      params?: Params;
      fields?: FieldProblem[];
      extensions?: Record<string, unknown>;
    } = {},
  ) {
    super(code);
  }

  /** What the API sends: message in `locale`, code, and `fields` where the refusal concerns some. */
  describe(locale: Locale): { message: string; extensions: Record<string, unknown> } {
    const { field, params, fields, extensions } = this.options;
    const message = translate(this.text, locale, params);
    const problems =
      fields?.map((f) => ({ path: f.path, code: f.code, message: translate(f.message, locale, f.params) })) ??
      (field ? [{ path: field, code: this.code, message }] : undefined);
    return { message, extensions: { code: this.code, ...(problems && { fields: problems }), ...extensions } };
  }
}

function translate(text: Text, locale: Locale, params: Params = {}): string {
  const chosen = text[locale];
  return typeof chosen === 'string' ? chosen : chosen(params);
}

type Thrower = (options?: DomainError['options']) => DomainError;

const declared = new Map<string, Text>();

/** Every code of the application that has been declared by now, with its texts. */
export const declaredErrors = (): ReadonlyMap<string, Text> => declared;

/**
 * Declares a feature's refusals: `{ CODE: { en, es, it } }` gives `errors.CODE(options)`, to be thrown.
 * Codes are global: they are listed in docs/api.md.
 */
export function defineErrors<K extends string>(texts: Record<K, Text>): Record<K, Thrower> {
  const entries = Object.entries<Text>(texts);
  for (const [code, text] of entries) declared.set(code, text);
  return Object.fromEntries(
    entries.map(([code, text]) => [code, (options) => new DomainError(code, text, options)] as [string, Thrower]),
  ) as Record<K, Thrower>;
}
