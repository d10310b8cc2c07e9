import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { StartupError } from '../shared/config/startup-error.js';
import { Locale } from '../shared/errors/locale.js';

const column = z.string().min(1);
const parts = z.strictObject({
  /** joined by `join`, empty ones left out */
  columns: z.array(column).min(1),
  join: z.string().default(' '),
  /** taken out of what was read, e.g. "0 days " */
  remove: z.array(z.string().min(1)).default([]),
  /** what stands for nothing, besides the empty text */
  none: z.array(z.string()).default([]),
  /** what is taken where there is nothing; each time is reported */
  default: z.string().optional(),
});
/** Where a value comes from: a column's name, or several columns and what to do with them. */
const source = z.union([column.transform((name) => parts.parse({ columns: [name] })), parts]);
export type Source = z.output<typeof source>;

const mapping = z.strictObject({
  /** language of the texts; detected where absent */
  language: z.enum(Locale).optional(),
  /** how those are called who are named by ideas, comments or votes, but by no file of users; `{id}` is their source id */
  people: z.strictObject({ name: z.string().includes('{id}') }).optional(),
  users: z.strictObject({ id: source, name: source, email: source.optional(), joinedAt: source.optional() }).optional(),
  ideas: z
    .strictObject({
      id: source,
      author: source,
      title: source,
      body: source,
      createdAt: source,
      tags: source.optional(),
      /** what stands between two tags of one cell */
      tagSeparator: z.string().min(1).default(','),
    })
    .optional(),
  comments: z
    .strictObject({
      id: source,
      idea: source,
      parent: source.optional(),
      author: source,
      body: source,
      createdAt: source,
    })
    .optional(),
  votes: z
    .strictObject({
      idea: source,
      voter: source,
      value: source,
      createdAt: source,
      up: z.array(z.string()).default(['1']),
      down: z.array(z.string()).default(['-1']),
      /** neither for nor against: takes an earlier vote back */
      neither: z.array(z.string()).default(['0']),
    })
    .optional(),
});

/** Which column of which file is what. */
export type Mapping = z.output<typeof mapping>;

/**
 * Reads a mapping file.
 * @throws StartupError that names each wrong place
 */
export function readMapping(file: string): Mapping {
  let json: unknown;
  try {
    json = JSON.parse(readFileSync(file, 'utf8'));
  } catch (error) {
    throw new StartupError(`${file}: ${(error as Error).message}`);
  }
  const parsed = mapping.safeParse(json);
  if (parsed.success) return parsed.data;
  const problems = parsed.error.issues.map(({ path, message }) => `${path.join('.') || '(whole file)'}: ${message}`);
  throw new StartupError(`${file}: ${problems.join('; ')}`);
}
