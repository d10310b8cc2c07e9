import {
  type DocumentNode,
  type ExecutionArgs,
  getOperationAST,
  getVariableValues,
  GraphQLError,
  type GraphQLSchema,
  OperationTypeNode,
  parse,
  specifiedRules,
  validate,
} from 'graphql';
import { operationSize } from '../operation-size.js';
import { LIMITS, shapeRules } from '../request-limits.js';
import { badVariables } from '../variable-problems.js';

interface Request {
  query: string;
  operationName?: string | null;
  variables?: Record<string, unknown> | null;
}

const refusal = (message: string, code = 'GRAPHQL_VALIDATION_FAILED') =>
  new GraphQLError(message, { extensions: { code } });

const coded = (errors: readonly GraphQLError[], code: string) => errors.map(({ message }) => refusal(message, code));

/** What a client asks to subscribe to, within the limits of every request; or why it is refused. */
export function readSubscription(
  schema: GraphQLSchema,
  { query, operationName, variables }: Request,
): ExecutionArgs | GraphQLError[] {
  let document: DocumentNode;
  try {
    document = parse(query, { maxTokens: LIMITS.tokens });
  } catch (error) {
    return coded([error as GraphQLError], 'GRAPHQL_PARSE_FAILED');
  }
  const wrong = validate(schema, document, [...specifiedRules, ...shapeRules.validationRules]);
  if (wrong.length > 0) return coded(wrong, 'GRAPHQL_VALIDATION_FAILED');
  const operation = getOperationAST(document, operationName);
  if (operation?.operation !== OperationTypeNode.SUBSCRIPTION)
    return [refusal('Only a subscription comes this way', 'OPERATION_RESOLUTION_FAILURE')];
  const values = variables ?? {};
  const definitions = operation.variableDefinitions ?? [];
  if (getVariableValues(schema, definitions, values).errors) return [badVariables(schema, definitions, values)];
  const name = operation.name?.value;
  if (operationSize(schema, document, name, values) > LIMITS.items)
    return [refusal(`This could bring more than ${LIMITS.items} items at once: ask for shorter pages`)];
  return { schema, document, operationName: name, variableValues: values };
}
