import { Command } from 'commander';
import 'reflect-metadata';
import { importCommand } from './cli/import.js';
import { indexCommand } from './cli/index-ideas.js';
import { migrationsCommand } from './cli/migrations.js';
import { resealCommand } from './cli/reseal.js';
import { schemaCommand } from './cli/schema.js';
import { settleCommand } from './cli/settle.js';
import { verifyCommand } from './cli/verify.js';
import { StartupError } from './shared/config/startup-error.js';

const program = new Command('cocrea').description('The operator’s commands.').showHelpAfterError();
program.addCommand(schemaCommand());
program.addCommand(migrationsCommand());
program.addCommand(verifyCommand());
program.addCommand(importCommand());
program.addCommand(indexCommand());
program.addCommand(settleCommand());
program.addCommand(resealCommand());

try {
  await program.parseAsync();
} catch (error) {
  console.error(error instanceof StartupError ? error.message : error);
  process.exitCode = 1;
}
