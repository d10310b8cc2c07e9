import { SingleBar } from 'cli-progress';
import { Command } from 'commander';
import { importCommunity } from '../import/importer.js';
import type { Kind, Report } from '../import/report.js';
import { withApplication } from './operator.js';

interface Options {
  company: string;
  challenge?: string;
  mapping: string;
  users?: string;
  ideas?: string;
  comments?: string;
  votes?: string;
  dryRun?: boolean;
}

/** Longer lists are cut on the screen: the first lines tell what is wrong. */
const MOST_LINES = 50;

/** `cocrea import` */
export const importCommand = (): Command =>
  new Command('import')
    .description('Loads a community from CSV files; again brings only what is new. See docs/import.md.')
    .requiredOption('--company <slug>', 'the company that it is loaded into')
    .requiredOption('--mapping <file.json>', 'which column is what')
    .option('--challenge <slug>', 'the challenge that the ideas answer; without it they go into the idea box')
    .option('--users <file.csv>')
    .option('--ideas <file.csv>')
    .option('--comments <file.csv>')
    .option('--votes <file.csv>')
    .option('--dry-run', 'checks everything, and keeps nothing')
    .option('--all', 'shows every line of the report')
    .action((options: Options & { all?: boolean }) => run(options, options.all ? Infinity : MOST_LINES));

async function run(options: Options, most: number): Promise<void> {
  const { users, ideas, comments, votes, dryRun = false } = options;
  const bar = new SingleBar({ format: '{kind} {bar} {percentage} %  {eta_formatted}', clearOnComplete: true });
  const onProgress = (kind: Kind, bytes: number, total: number) => {
    if (!bar.isActive) bar.start(total, 0, { kind });
    bar.update(bytes, { kind });
  };
  const files = { users, ideas, comments, votes };
  const report = await withApplication((app) =>
    importCommunity(app, { ...options, files, dryRun, onProgress }),
  ).finally(() => bar.stop());
  print(report, most);
  if (dryRun) console.log('This was a dry run: nothing was kept.');
  if (report.problems.length > 0) process.exitCode = 1;
}

function print({ counts, problems, notices, unused }: Report, most: number): void {
  list('Left out', problems, most);
  list('Taken, but', notices, most);
  for (const [file, columns] of unused)
    if (columns.length > 0) console.log(`${file}: not imported: ${columns.join(', ')}`);
  for (const [kind, { read, added, known }] of counts)
    console.log(`${kind}: ${read} read, ${added} new, ${known} there already`);
  console.log(`${problems.length} problem(s), ${notices.length} notice(s)`);
}

function list(title: string, lines: string[], most: number): void {
  if (lines.length === 0) return;
  console.log(`${title}:`);
  for (const line of lines.slice(0, most)) console.log(`  ${line}`);
  if (lines.length > most) console.log(`  … and ${lines.length - most} more: --all shows them`);
}
