import { GraphQLSchemaHost } from '@nestjs/graphql';
import {
  getNamedType,
  type GraphQLEnumType,
  type GraphQLField,
  type GraphQLObjectType,
  type GraphQLSchema,
  isLeafType,
  isObjectType,
  isRequiredArgument,
} from 'graphql';
import type { TestApp } from './app.js';

export interface Operation {
  name: string;
  kind: 'query' | 'mutation' | 'subscription';
  field: GraphQLField<unknown, unknown>;
}

export const schemaOf = (t: TestApp): GraphQLSchema => t.app.get(GraphQLSchemaHost, { strict: false }).schema;

/** Every operation of the running application's schema. */
export function operationsOf(t: TestApp): Operation[] {
  const schema = schemaOf(t);
  const fields = (kind: Operation['kind'], all: Record<string, GraphQLField<unknown, unknown>> = {}): Operation[] =>
    Object.entries(all).map(([name, field]) => ({ name, kind, field }));
  return [
    ...fields('query', schema.getQueryType()?.getFields()),
    ...fields('mutation', schema.getMutationType()?.getFields()),
    ...fields('subscription', schema.getSubscriptionType()?.getFields()),
  ];
}

/** A document of one operation that passes each argument by a variable of its name. */
export function documentOf({ name, kind, field }: Operation): string {
  const declared = field.args.map((arg) => `$${arg.name}: ${String(arg.type)}`).join(', ');
  const passed = field.args.map((arg) => `${arg.name}: $${arg.name}`).join(', ');
  const type = getNamedType(field.type);
  const selection = isObjectType(type) ? (type.getFields().id ? '{ id }' : '{ __typename }') : '';
  return `${kind} ${declared && `(${declared})`} { ${name}${passed && `(${passed})`} ${selection} }`;
}

/** All fields of a type, objects within objects so many levels deep; lists of pages and long lists left out. */
function everything(type: GraphQLObjectType, levels: number): string {
  return Object.values(type.getFields())
    .flatMap((field) => {
      const inner = getNamedType(field.type);
      if (isLeafType(inner)) return [field.name];
      if (inner === type) return [`${field.name} { id }`];
      const long = inner.name.endsWith('Connection') || field.extensions.complexity !== undefined;
      if (levels === 0 || !isObjectType(inner) || long) return [];
      return [`${field.name} { ${everything(inner, levels - 1)} }`];
    })
    .join(' ');
}

/** What lists are asked with here. */
const KNOWN = ['companyId', 'userId', 'title', 'body', 'list', 'order'];

/** What a page is a list of. */
function nodeOf(connection: GraphQLObjectType): GraphQLObjectType {
  const edge = getNamedType(connection.getFields().edges!.type) as GraphQLObjectType;
  return getNamedType(edge.getFields().node!.type) as GraphQLObjectType;
}

interface Place {
  manager: { id: string };
  company: { id: string };
  idea: { id: string };
  comment: { id: string };
}

/** Every list of the schema with all that can be asked of its items, at the root and below an idea and a comment. */
export function listsOf(schema: GraphQLSchema): Map<string, { query: string; variables: (place: Place) => object }> {
  const node = (name: string) => schema.getType(name) as GraphQLObjectType;
  const list = (field: GraphQLField<unknown, unknown>, args: string): string => {
    const type = getNamedType(field.type);
    if (!isObjectType(type)) return `${field.name}${args && `(${args})`}`;
    const items = type.name.endsWith('Connection')
      ? `edges { cursor node { ${everything(nodeOf(type), 2)} } } pageInfo { hasNextPage } totalCount`
      : everything(type, 2);
    return `${field.name}${args && `(${args})`} { ${items} }`;
  };
  const found = new Map<string, { query: string; variables: (place: Place) => object }>();
  for (const field of Object.values(schema.getQueryType()!.getFields())) {
    const type = String(field.type);
    if (!type.includes('Connection') && !type.startsWith('[')) continue;
    // what is of one thing alone is asked for by the site's own queries
    if (field.args.some((arg) => isRequiredArgument(arg) && !KNOWN.includes(arg.name))) continue;
    const scoped = field.args.some(({ name }) => name === 'companyId');
    const personal = field.args.some(({ name }) => name === 'userId');
    const choices = field.args.find(({ name }) => name === 'list' || name === 'order');
    const options = choices
      ? (getNamedType(choices.type) as GraphQLEnumType).getValues().map(({ name }) => `${choices.name}: ${name}`)
      : [''];
    for (const option of options) {
      const titled = field.args.some(({ name }) => name === 'title') && 'title: "Idea", first: 10';
      const about = field.name === 'itemAwards';
      const args = [
        scoped && 'companyId: $companyId',
        personal && 'userId: $userId',
        about && 'ideaId: $ideaId',
        titled,
        option,
      ]
        .filter(Boolean)
        .join(', ');
      const declared = [scoped && '$companyId: ID!', personal && '$userId: ID!', about && '$ideaId: ID'].filter(
        Boolean,
      );
      const query = `query ${declared.length > 0 ? `(${declared.join(', ')})` : ''} { ${list(field, args)} }`;
      found.set([field.name, option].filter(Boolean).join(' '), {
        query,
        variables: ({ company, manager, idea }) => ({
          companyId: company.id,
          ...(personal && { userId: manager.id }),
          ...(about && { ideaId: idea.id }),
        }),
      });
    }
  }
  const below = (root: 'idea' | 'comment', type: string, field: string) =>
    found.set(`${root}.${field}`, {
      query: `query ($id: ID!) { ${root}(id: $id) { ${list(node(type).getFields()[field]!, '')} } }`,
      variables: (place) => ({ id: place[root].id }),
    });
  for (const field of ['comments', 'revisions', 'timeline']) below('idea', 'Idea', field);
  for (const field of ['replies', 'revisions']) below('comment', 'Comment', field);
  return found;
}
