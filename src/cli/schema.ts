import { NestFactory } from '@nestjs/core';
import { GraphQLSchemaBuilderModule, GraphQLSchemaFactory } from '@nestjs/graphql';
import { Command } from 'commander';
import { lexicographicSortSchema, printSchema } from 'graphql';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { ROOT } from '../shared/config/root.js';

const SRC = path.resolve(import.meta.dirname, '..');
const SCHEMA_FILE = path.join(ROOT, 'schema.graphql');
const HEAD = '# Generated from the code by `npm run cocrea -- schema`; the check compares it.\n\n';

/** The schema in SDL, from the resolvers alone: needs no database. */
export async function buildSchemaText(): Promise<string> {
  const files = readdirSync(SRC, { recursive: true, encoding: 'utf8' }).filter((file) => /\.resolver\.js$/.test(file));
  const modules = await Promise.all(
    files.sort().map((file) => import(pathToFileURL(path.join(SRC, file)).href) as Promise<Record<string, unknown>>),
  );
  const resolvers = modules.flatMap((module) => Object.values(module)).filter((value) => typeof value === 'function');
  const context = await NestFactory.createApplicationContext(GraphQLSchemaBuilderModule, { logger: ['error'] });
  const schema = await context.get(GraphQLSchemaFactory).create(resolvers);
  await context.close();
  return `${HEAD}${printSchema(lexicographicSortSchema(schema))}\n`;
}

export const schemaCommand = (): Command =>
  new Command('schema')
    .description('Writes schema.graphql from the code; with --check only compares, and fails when it differs.')
    .option('--check', 'compare, write nothing')
    .action(async ({ check }: { check?: boolean }) => {
      const text = await buildSchemaText();
      if (!check) return writeFileSync(SCHEMA_FILE, text);
      if (text === readFileSync(SCHEMA_FILE, 'utf8')) return;
      console.error(
        'schema.graphql is not what the code gives: run "npm run cocrea -- schema" and review the difference',
      );
      process.exitCode = 1;
    });
