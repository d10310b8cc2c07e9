import {
  getNamedType,
  getNullableType,
  type GraphQLInputField,
  type GraphQLInputType,
  isInputObjectType,
  isListType,
} from 'graphql';
import type { Operation } from '../schema.js';
import { BAD_PAGES, badValues, type BadValue } from './values.js';

type Path = (string | number)[];

/** One wrong value in an otherwise right call. */
export interface Case extends BadValue {
  /** as errors name the field */
  path: string;
  variables: object;
}

const at = (root: unknown, path: Path): unknown =>
  path.reduce((value, key) => (value as Record<string | number, unknown> | undefined)?.[key], root);

/** A copy with one value put in another's place. */
function put(root: object, path: Path, value: unknown): object {
  const copy = JSON.parse(JSON.stringify(root)) as object;
  let parent: Record<string | number, unknown> = copy as Record<string, unknown>;
  for (const key of path.slice(0, -1)) parent = (parent[key] ??= {}) as Record<string | number, unknown>;
  const last = path.at(-1)!;
  if (value === undefined) delete parent[last];
  else parent[last] = value;
  return copy;
}

interface Field {
  path: Path;
  type: GraphQLInputType;
  optional: boolean;
}

/** Every field of an operation's arguments, and of the objects in them that a right call holds. */
function fieldsOf({ field }: Operation, right: object): Field[] {
  const below = (path: Path, type: GraphQLInputType): Field[] => {
    const named = getNamedType(type);
    const object = isListType(getNullableType(type)) ? [...path, 0] : path;
    if (!isInputObjectType(named) || (at(right, object) === undefined && isListType(getNullableType(type)))) return [];
    return Object.values(named.getFields()).flatMap((inner) => one([...object, inner.name], inner));
  };
  const one = (path: Path, { type, defaultValue }: Pick<GraphQLInputField, 'type' | 'defaultValue'>): Field[] => [
    { path, type, optional: defaultValue !== undefined },
    ...below(path, type),
  ];
  return field.args.flatMap((arg) => one([arg.name], arg));
}

/** All that can be wrong with a call of this operation whose right variables are known. */
export function casesOf(operation: Operation, right: object): Case[] {
  return fieldsOf(operation, right).flatMap(({ path, type, optional }) => {
    const name = path.at(-1)!;
    const pages = operation.kind === 'query' && (name === 'first' || name === 'after') ? BAD_PAGES[name] : [];
    const inner = path[0] === 'input' && path.length > 1 ? path.slice(1) : path;
    return [...badValues(type, at(right, path)), ...pages]
      .filter(({ value }) => value !== undefined || !optional)
      .map((bad) => ({ ...bad, path: inner.join('.'), variables: put(right, path, bad.value) }));
  });
}
