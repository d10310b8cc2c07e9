import type {
  GatewayExecutor,
  GatewayInterface,
  GatewayLoadResult,
  GatewaySchemaLoadOrUpdateCallback,
  GatewayUnsubscriber,
} from '@apollo/server-gateway-interface';
import {
  type DocumentNode,
  execute,
  type ExecutionResult,
  getVariableValues,
  GraphQLError,
  type GraphQLInputType,
  type GraphQLSchema,
  isInputObjectType,
  isListType,
  isNonNullType,
  Kind,
  type NamedTypeNode,
  type OperationDefinitionNode,
  OperationTypeNode,
  typeFromAST,
} from 'graphql';
import { type CompiledQuery, compileQuery, isCompiledQuery } from 'graphql-jit';
import { operationSize } from './operation-size.js';
import { badVariables } from './variable-problems.js';

interface Entry {
  operation: OperationDefinitionNode;
  compiled?: CompiledQuery | null;
  /** what it came to for the numbers and switches that it was sent with last */
  size?: { given: string; items: number };
}

/**
 * Runs queries compiled to JavaScript, through Apollo's "gateway" seam: Apollo still parses, validates, caches
 * documents, runs plugins and formats errors. Mutations, and what can't be compiled, run on graphql-js.
 */
export class JitExecutor implements GatewayInterface {
  private schema!: GraphQLSchema;
  private onSchema!: GatewaySchemaLoadOrUpdateCallback;
  /** by parsed document, which Apollo's document store (an LRU) owns: so memory is bounded with it */
  private readonly entries = new WeakMap<DocumentNode, Map<string | undefined, Entry>>();

  /** @param mostItems Operations that could bring more are refused before anything is read. */
  constructor(private readonly mostItems: number) {}

  /** To be given to GraphQLModule as transformSchema. */
  readonly capture = (schema: GraphQLSchema): GraphQLSchema => (this.schema = schema);

  onSchemaLoadOrUpdate(callback: GatewaySchemaLoadOrUpdateCallback): GatewayUnsubscriber {
    this.onSchema = callback;
    return () => undefined;
  }

  load(): Promise<GatewayLoadResult> {
    this.onSchema({ apiSchema: this.schema, coreSupergraphSdl: '' });
    return Promise.resolve({ executor: this.execute });
  }

  stop(): Promise<void> {
    return Promise.resolve();
  }

  private entryOf(document: DocumentNode, name: string | undefined): Entry {
    const byName = this.entries.get(document) ?? new Map<string | undefined, Entry>();
    this.entries.set(document, byName);
    let entry = byName.get(name);
    if (!entry) {
      const operation = document.definitions.find(
        (d): d is OperationDefinitionNode => d.kind === Kind.OPERATION_DEFINITION && (!name || d.name?.value === name),
      )!;
      byName.set(name, (entry = { operation }));
    }
    return entry;
  }

  /** Null is what graphql-js has to run. */
  private compile({ operation }: Entry, document: DocumentNode, name: string | undefined): CompiledQuery | null {
    const result = operation.operation === OperationTypeNode.QUERY && compileQuery(this.schema, document, name);
    return result && isCompiledQuery(result) ? result : null;
  }

  /** Coerced variables as a client could have sent them: graphql-jit coerces again. */
  private external(operation: OperationDefinitionNode, coerced: Record<string, unknown>): Record<string, unknown> {
    const values = { ...coerced };
    for (const { variable, type } of operation.variableDefinitions ?? []) {
      const name = variable.name.value;
      // coercion has found every variable's type
      if (name in values)
        values[name] = externalValue(typeFromAST(this.schema, type as NamedTypeNode) as GraphQLInputType, values[name]);
    }
    return values;
  }

  /** @param coerced what the operation's own variables stand for, defaults included */
  private tooLarge(
    entry: Entry,
    document: DocumentNode,
    name: string | undefined,
    variables: Record<string, unknown>,
    coerced: Record<string, unknown>,
  ): GraphQLError | undefined {
    // all that the length of a list can hang on: `first`, @include, @skip
    const plain = Object.entries(coerced).filter(([, value]) => value === null || typeof value !== 'object');
    const given = JSON.stringify(plain.filter(([, value]) => typeof value !== 'string'));
    if (entry.size?.given !== given)
      entry.size = { given, items: operationSize(this.schema, document, name, variables) };
    if (entry.size.items <= this.mostItems) return undefined;
    return new GraphQLError(`This could bring more than ${this.mostItems} items at once: ask for shorter pages`, {
      extensions: { code: 'GRAPHQL_VALIDATION_FAILED', http: { status: 400 } },
    });
  }

  private readonly execute: GatewayExecutor = async ({ document, operationName, context, request }) => {
    const name = operationName ?? undefined;
    const entry = this.entryOf(document, name);
    const { operation } = entry;
    if (operation.operation === OperationTypeNode.SUBSCRIPTION) return { errors: [notHere()] };
    const { variableDefinitions: definitions = [] } = operation;
    let variables: Record<string, unknown> = request.variables ?? {};
    const coerced = getVariableValues(this.schema, definitions, variables);
    if (coerced.errors) return { errors: [badVariables(this.schema, definitions, variables)] };
    const tooLarge = this.tooLarge(entry, document, name, variables, coerced.coerced);
    if (tooLarge) return { errors: [tooLarge] };
    if (entry.compiled === undefined) entry.compiled = this.compile(entry, document, name);
    const { compiled } = entry;
    if (!compiled) {
      return execute({
        schema: this.schema,
        document,
        operationName: name,
        contextValue: context,
        variableValues: variables,
      });
    }
    // graphql-jit 0.8.9 does not apply the defaults of non-null input fields: graphql-js has coerced
    if (definitions.length > 0) variables = this.external(operation, coerced.coerced);
    const result = (await compiled.query(undefined, context, variables)) as ExecutionResult;
    if (!result.errors) return result;
    // graphql-jit has an error class of its own; Apollo and Nest look for GraphQLError.originalError
    return {
      ...result,
      errors: result.errors.map(
        (e) =>
          new GraphQLError(e.message, {
            path: e.path,
            originalError: e.originalError ?? e,
            extensions: e.extensions,
          }),
      ),
    };
  };
}

const notHere = () =>
  new GraphQLError('Subscriptions come over a WebSocket, by the protocol graphql-transport-ws', {
    extensions: { code: 'OPERATION_RESOLUTION_FAILURE', http: { status: 400 } },
  });

/** The outer form of a value: names of enum values, which may differ from what they stand for in the code. */
function externalValue(type: GraphQLInputType, value: unknown): unknown {
  if (value == null) return value;
  if (isNonNullType(type)) return externalValue(type.ofType, value);
  if (isListType(type)) return (value as unknown[]).map((item) => externalValue(type.ofType, item));
  // a date that is none cannot be written: what it is used for refuses it
  if (value instanceof Date && Number.isNaN(value.getTime())) return String(value);
  if (!isInputObjectType(type)) return type.serialize(value);
  const fields = type.getFields();
  return Object.fromEntries(
    Object.entries(value).map(([name, inner]) => [name, externalValue(fields[name]!.type, inner)]),
  );
}
