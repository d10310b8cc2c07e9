import {
  coerceInputValue,
  GraphQLError,
  type GraphQLInputType,
  type GraphQLSchema,
  getNamedType,
  isInputObjectType,
  isNonNullType,
  type NamedTypeNode,
  typeFromAST,
  type VariableDefinitionNode,
} from 'graphql';
import { commonErrors } from '../errors/common.errors.js';
import type { FieldProblem } from '../errors/domain-error.js';

const TEXTS = {
  MISSING: { en: 'This is needed.', es: 'Esto es necesario.', it: 'Questo è necessario.' },
  WRONG_TYPE: {
    en: 'This is not a value of the expected type.',
    es: 'No es un valor del tipo esperado.',
    it: 'Non è un valore del tipo atteso.',
  },
  UNKNOWN_FIELD: {
    en: 'There is no field of this name.',
    es: 'No hay ningún campo con este nombre.',
    it: 'Non c’è nessun campo con questo nome.',
  },
};

/** More are not listed: a list of a thousand wrong items says no more than its first ones. */
const MOST = 20;

const problem = (path: readonly (string | number)[], code: keyof typeof TEXTS): FieldProblem => ({
  path: path.join('.'),
  code,
  message: TEXTS[code],
});

/**
 * The refusal of variables that are missing or of the wrong type, field by field as of any other wrong input. What a
 * mutation takes as its one `input` is named from within that, as validation does. What was sent is not sent back.
 */
export function badVariables(
  schema: GraphQLSchema,
  definitions: readonly VariableDefinitionNode[],
  values: Record<string, unknown>,
): GraphQLError {
  const fields = definitions
    .flatMap((definition) => {
      const name = definition.variable.name.value;
      // validation has found every variable's type
      const type = typeFromAST(schema, definition.type as NamedTypeNode) as GraphQLInputType;
      const given = Object.hasOwn(values, name);
      if (!given && definition.defaultValue) return [];
      if (values[name] == null) return isNonNullType(type) ? [problem([name], 'MISSING')] : [];
      return problemsOf(name, type, values[name]);
    })
    .slice(0, MOST);
  return new GraphQLError('Wrong variables', {
    originalError: commonErrors.BAD_USER_INPUT({ fields }),
    extensions: { http: { status: 400 } },
  });
}

function problemsOf(variable: string, type: GraphQLInputType, value: unknown): FieldProblem[] {
  const problems: FieldProblem[] = [];
  const named = getNamedType(type);
  const object = isInputObjectType(named) && named.name.endsWith('Input');
  coerceInputValue(value, type, (path, _, { message }) => {
    const at = object && path.length > 0 ? path : [variable, ...path];
    const [, field, how] = /^Field "(\w+)" (of required|is not defined)/.exec(message) ?? [];
    if (field)
      problems.push(
        problem([...(object ? [] : [variable]), ...path, field], how === 'of required' ? 'MISSING' : 'UNKNOWN_FIELD'),
      );
    else problems.push(problem(at, message.startsWith('Expected non-nullable') ? 'MISSING' : 'WRONG_TYPE'));
  });
  return problems;
}
