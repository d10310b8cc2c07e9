import type { INestApplicationContext } from '@nestjs/common';
import { statSync } from 'node:fs';
import { Challenge } from '../features/challenges/challenge.entity.js';
import { Company } from '../features/companies/company.entity.js';
import { FollowsService } from '../features/ideas/follow/follows.service.js';
import { VotesService } from '../features/votes/votes.service.js';
import { StartupError } from '../shared/config/startup-error.js';
import { Database } from '../shared/database/database.js';
import { ImportedComments } from './comments.js';
import type { ImportContext } from './context.js';
import { csvRows, type Row } from './csv-rows.js';
import { ImportedIdeas } from './ideas.js';
import { readMapping, type Source } from './mapping.js';
import { People } from './people.js';
import { type Kind, Report } from './report.js';
import { importVotes } from './votes.js';

/** What is imported, and where to. */
export interface ImportOptions {
  /** slug */
  company: string;
  /** slug of the challenge that the ideas answer; absent: the idea box */
  challenge?: string;
  mapping: string;
  files: Partial<Record<Kind, string>>;
  /** reads, checks and writes everything, and takes it all back at the end */
  dryRun: boolean;
  /** hears of the bytes read, of all files together */
  onProgress?: (kind: Kind, bytes: number, total: number) => void;
}

const ORDER: Kind[] = ['users', 'ideas', 'comments', 'votes'];

/** A rehearsal has come to its end: nothing of it stays. */
class Rehearsed extends Error {}

/**
 * Loads a community from CSV files. Rows that were taken by an earlier run are recognised by their source ids.
 * @throws StartupError for what no row can do anything about: a missing company, file or column, a wrong mapping
 */
export async function importCommunity(app: INestApplicationContext, options: ImportOptions): Promise<Report> {
  const database = app.get(Database);
  const context = await contextOf(database, options, (work) => database.transaction(work));
  if (!options.dryRun) {
    await importAll(app, context, options);
    return context.report;
  }
  try {
    await database.transaction(async (tx) => {
      await importAll(app, { ...context, save: (work) => work(tx) }, options);
      throw new Rehearsed();
    });
  } catch (error) {
    if (!(error instanceof Rehearsed)) throw error;
  }
  return context.report;
}

async function contextOf(
  database: Database,
  options: ImportOptions,
  save: ImportContext['save'],
): Promise<ImportContext> {
  const mapping = readMapping(options.mapping);
  const unmapped = ORDER.find((kind) => options.files[kind] && !mapping[kind]);
  if (unmapped) throw new StartupError(`${options.mapping}: ${unmapped}: says nothing of the columns of this file`);
  const company = await database.manager.findOneBy(Company, { slug: options.company });
  if (!company) throw new StartupError(`There is no company “${options.company}”: found it first`);
  const { challenge: slug } = options;
  const challenge = slug ? await database.manager.findOneBy(Challenge, { companyId: company.id, slug }) : null;
  if (slug && !challenge) throw new StartupError(`${company.name} has no challenge “${slug}”`);
  return { database, company, challengeId: challenge?.id ?? null, mapping, report: new Report(), save };
}

async function importAll(app: INestApplicationContext, context: ImportContext, options: ImportOptions): Promise<void> {
  const rows = readers(context, options);
  const people = await People.load(context);
  if (options.files.users) await people.importFile(rows('users'));
  const ideas = await ImportedIdeas.load(context, people);
  if (options.files.ideas) await ideas.importFile(rows('ideas'));
  if (options.files.comments) await (await ImportedComments.load(context, people, ideas)).importFile(rows('comments'));
  if (options.files.votes) await importVotes(context, people, ideas, app.get(VotesService), rows('votes'));
  await context.save((tx) => app.get(FollowsService).followImported(tx, context.company.id));
}

/** Opens each file when its turn comes, and counts what was read of all. */
function readers(
  { mapping, report }: ImportContext,
  { files, onProgress }: ImportOptions,
): (kind: Kind) => AsyncIterable<Row> {
  const total = ORDER.reduce((sum, kind) => sum + sizeOf(files[kind]), 0);
  let bytes = 0;
  return (kind) => {
    const needed = Object.values(mapping[kind]!).filter(
      (value): value is Source => typeof value === 'object' && 'columns' in value,
    );
    return csvRows(files[kind]!, kind, needed, report, (count) => onProgress?.(kind, (bytes += count), total));
  };
}

function sizeOf(file: string | undefined): number {
  if (!file) return 0;
  try {
    return statSync(file).size;
  } catch {
    throw new StartupError(`${file} can't be read`);
  }
}
