import { type GraphQLInputType, isEnumType, isInputObjectType, isListType, isNonNullType, isScalarType } from 'graphql';
import { newId } from '../../../src/shared/database/ids.js';
import { encodeCursor } from '../../../src/shared/graphql/connection.js';

/** A value that is wrong in one respect. */
export interface BadValue {
  what: string;
  /** undefined: the field is left out */
  value: unknown;
  /** must be refused, with the field named; without it another answer than an error is fine */
  refused: 'naming the field' | 'somehow' | 'or not';
}

const must = (what: string, value: unknown): BadValue => ({ what, value, refused: 'naming the field' });
const somehow = (what: string, value: unknown): BadValue => ({ what, value, refused: 'somehow' });
const may = (what: string, value: unknown): BadValue => ({ what, value, refused: 'or not' });

const LONG = 'Long text. '.repeat(2_273); // 25,000 characters
const MANY = 1_000;

const SCALARS: Record<string, BadValue[]> = {
  String: [
    must('25,000 characters', LONG),
    must('a number', 5),
    must('a truth value', true),
    must('an object', {}),
    must('a list', ['a', 'b']),
    may('an empty text', ''),
    may('blanks', ' \t\n '),
    may('a NUL', 'Nul\0nul\0nul'),
    may('a lone surrogate', 'Half \ud83d of a pair'),
    may('marks that turn the writing', 'Turned \u202egnp.exe and \u200bempty'),
    may('a text for SQL', `'; DROP TABLE idea; -- %_\\`),
  ],
  ID: [
    must('no id', 'nonsense'),
    must('an empty text', ''),
    must('25,000 characters', LONG),
    must('a number', 5),
    must('an object', {}),
    must('a NUL', '\0'),
    must('nearly an id', `${newId()}0`),
    somehow('the id of nothing', newId()),
  ],
  Float: [
    must('a text', 'one'),
    must('an object', {}),
    may('a huge number', 1e300),
    may('next to nothing', 1e-300),
    may('zero', 0),
  ],
  Int: [
    must('beyond 32 bits', 2 ** 31),
    must('a huge number', 1e300),
    must('a fraction', 1.5),
    must('a text', 'one'),
    must('an object', {}),
    may('the greatest', 2 ** 31 - 1),
    may('the least', -(2 ** 31)),
    may('zero', 0),
  ],
  Boolean: [must('a text', 'yes'), must('a number', 1)],
  DateTime: [
    must('no date', 'yesterday'),
    must('an empty text', ''),
    must('an object', {}),
    must('the stone age', '-200000-01-01T00:00:00Z'),
    must('the far future', '+275760-01-01T00:00:00Z'),
    may('a number', 5),
    may('February 31st', '2026-02-31T00:00:00Z'),
    may('the year 1', '0001-01-01T00:00:00Z'),
  ],
};

/** What is wrong for the type of a field whose right value is known. */
export function badValues(type: GraphQLInputType, right: unknown): BadValue[] {
  if (isNonNullType(type))
    return [must('missing', undefined), must('null', null), ...badValues(type.ofType, right).slice(1)];
  return [may('null', null), ...ofNullable(type, right)];
}

function ofNullable(type: GraphQLInputType, right: unknown): BadValue[] {
  if (isListType(type)) return ofList(type.ofType, right);
  if (isInputObjectType(type))
    return [must('a text', 'text'), must('a number', 5), must('an unknown field', { ...Object(right), nonsense: 1 })];
  if (isEnumType(type)) return [must('no value of it', 'NONSENSE'), must('a number', 5), must('an object', {})];
  if (isScalarType(type) && SCALARS[type.name]) return SCALARS[type.name]!;
  throw new Error(`Say what is wrong for ${String(type)}`);
}

function ofList(item: GraphQLInputType, right: unknown): BadValue[] {
  const [first = 'a'] = Array.isArray(right) ? (right as unknown[]) : [];
  return [
    must(
      `${MANY} of them`,
      Array.from({ length: MANY }, (_, n) =>
        typeof first === 'string' && !isEnumType(isNonNullType(item) ? item.ofType : item) ? `${first}${n}` : first,
      ),
    ),
    must('a null in it', [first, null]),
    ...badValues(item, first)
      .filter(({ what }) => what !== 'missing' && what !== 'null')
      .map((bad) => ({ ...bad, what: `in it ${bad.what}`, value: [bad.value] })),
  ];
}

/** Pages that no list of ours has. */
export const BAD_PAGES: Record<'first' | 'after', BadValue[]> = {
  first: [must('nothing', 0), must('negative', -1), must('too many', 101), must('the greatest', 2 ** 31 - 1)],
  after: [
    must('junk', 'junk'),
    must('an empty text', ''),
    must('long', 'a'.repeat(600)),
    must('no list', Buffer.from('{"a":1}').toString('base64url')),
    must('an empty list', encodeCursor([])),
    must('values of other kinds', encodeCursor([true, null])),
    must('a time that is none', encodeCursor(['1', newId()])),
    must('a day that is none', encodeCursor(['2026-02-30T00:00:00Z', newId()])),
    must('a number that is none', encodeCursor([2 ** 40, newId()])),
    must('an id that is none', encodeCursor(['2026-01-01T00:00:00Z', "'"])),
    must('an order that is none', encodeCursor(['CONSTRUCTOR', '1', newId(), null])),
    must('a NUL', encodeCursor(['\0', newId()])),
    must('a moment that is none', encodeCursor(['WAITING', String(2n ** 63n - 1n), newId(), null])),
  ],
};
