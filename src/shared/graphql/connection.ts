import { ArgsType, Field, Int, ObjectType } from '@nestjs/graphql';
import type { Type } from '@nestjs/common';
import { Transform } from 'class-transformer';
import { IsInt, IsOptional, IsString, Max, MaxLength, Min } from 'class-validator';
import { validate as isUuid } from 'uuid';
import type { DomainError } from '../errors/domain-error.js';
import { invalidField } from '../errors/validation.js';

/** Where a page begins and how long it is. */
@ArgsType()
export class PageArgs {
  @Field(() => Int, { nullable: true, defaultValue: 20, description: 'Items per page, 1 to 100.' })
  @Transform(({ value }: { value: unknown }) => value ?? 20)
  @IsInt()
  @Min(1)
  @Max(100)
  first = 20;

  @Field(() => String, { nullable: true, description: 'The cursor after which the page begins.' })
  @IsOptional()
  @IsString()
  @MaxLength(500)
  after?: string | null;
}

@ObjectType({ description: 'What lies beyond a page.' })
export class PageInfo {
  @Field({ description: 'Whether more items follow.' })
  hasNextPage!: boolean;

  @Field({ description: 'Whether the page began after a cursor.' })
  hasPreviousPage!: boolean;

  @Field(() => String, { nullable: true, description: 'Cursor of the first item.' })
  startCursor!: string | null;

  @Field(() => String, { nullable: true, description: 'Cursor of the last item; pass it as `after`.' })
  endCursor!: string | null;
}

export interface Edge<T> {
  cursor: string;
  node: T;
}

export interface Connection<T> {
  edges: Edge<T>[];
  pageInfo: PageInfo;
  /** counted when read, so only when asked for */
  readonly totalCount: Promise<number>;
}

/** The Relay connection type of a node type: `class IdeaConnection extends connectionOf(Idea, 'Idea') {}`. */
export function connectionOf<T>(node: () => Type<T>, name: string): Type<Connection<T>> {
  @ObjectType(`${name}Edge`, { description: `One ${name} of a page.` })
  class NodeEdge implements Edge<T> {
    @Field({ description: 'Where this item stands in its list.' })
    cursor!: string;

    @Field(node, { description: 'The item.' })
    node!: T;
  }

  @ObjectType({ isAbstract: true })
  abstract class NodeConnection implements Connection<T> {
    @Field(() => [NodeEdge], { description: 'The items of this page.' })
    edges!: NodeEdge[];

    @Field(() => PageInfo, { description: 'What lies beyond.' })
    pageInfo!: PageInfo;

    @Field(() => Int, { description: 'Items of the whole list. Counted only when asked for.' })
    readonly totalCount!: Promise<number>;
  }
  return NodeConnection as Type<Connection<T>>;
}

type CursorValue = string | number | boolean | null;

/** An opaque cursor of the values that a list is ordered by. */
export const encodeCursor = (values: CursorValue[]): string =>
  Buffer.from(JSON.stringify(values)).toString('base64url');

const plain = (value: unknown): boolean => value === null || ['string', 'number', 'boolean'].includes(typeof value);

const TIME =
  /^([1-9]\d{3}-\d\d-\d\d)[T ](?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d(?:\.\d{1,6})?(?:Z|[+-](?:0\d|1[0-4])(?::?[0-5]\d)?)$/;

/** Whether PostgreSQL reads it as a moment: `Date.parse` alone takes more, February 30th for example. */
function isTime(text: string): boolean {
  const day = TIME.exec(text)?.[1];
  const midnight = new Date(`${day}T00:00:00Z`);
  return !Number.isNaN(midnight.getTime()) && midnight.toISOString().startsWith(day!);
}

/** What a value of a cursor may be, so that a forged one is refused before it reaches a statement. */
const CURSOR_KINDS = {
  id: (value: unknown): boolean => typeof value === 'string' && isUuid(value),
  time: (value: unknown): boolean => typeof value === 'string' && isTime(value),
  integer: (value: unknown): boolean => Number.isInteger(value) && Math.abs(value as number) < 2 ** 31,
};

/** The refusal of a cursor that no list of ours gave. */
export const badCursor = (): DomainError =>
  invalidField('after', 'BAD_CURSOR', {
    en: 'This cursor is not one of ours.',
    es: 'Este cursor no es nuestro.',
    it: 'Questo cursore non è nostro.',
  });

/**
 * The values of a cursor of ours; null where none is given.
 * @param shape what its values are, or only how many
 * @throws DomainError VALIDATION_FAILED on field `after` when it is no such cursor
 */
export function decodeCursor(
  cursor: string | null | undefined,
  shape: number | (keyof typeof CURSOR_KINDS)[],
): CursorValue[] | null {
  if (cursor == null) return null;
  const fits =
    typeof shape === 'number'
      ? (values: unknown[]) => values.length === shape && values.every(plain)
      : (values: unknown[]) =>
          values.length === shape.length && shape.every((kind, at) => CURSOR_KINDS[kind](values[at]));
  try {
    const values: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString());
    if (Array.isArray(values) && fits(values)) return values as CursorValue[];
  } catch {
    // falls through to the same refusal
  }
  throw badCursor();
}

/**
 * The page of rows that were read with `LIMIT first + 1`.
 * @param cursorOf the values that the list is ordered by, of one row
 */
export function toConnection<T>(
  rows: T[],
  { first, after }: PageArgs,
  cursorOf: (row: T) => CursorValue[],
  totalCount: () => Promise<number>,
): Connection<T> {
  const page = rows.slice(0, first);
  const cursors = page.map((row) => encodeCursor(cursorOf(row)));
  return {
    edges: page.map((node, index) => ({ node, cursor: cursors[index]! })),
    pageInfo: {
      hasNextPage: rows.length > first,
      hasPreviousPage: after != null,
      startCursor: cursors[0] ?? null,
      endCursor: cursors.at(-1) ?? null,
    },
    get totalCount() {
      return totalCount();
    },
  };
}
