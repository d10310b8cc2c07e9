import { Command } from 'commander';
import { SettleEverything } from '../features/rewards/points/settlement/settle-everything.service.js';
import { withApplication } from './operator.js';

/** `cocrea settle` */
export const settleCommand = (): Command =>
  new Command('settle')
    .description(
      'Awards points for what was there before points were, or was imported; nothing is given twice. Fails when something could not be settled, after all else was.',
    )
    .action(() =>
      withApplication(async (app) => {
        const progress = (done: number) => process.stdout.write(`\r${done} items`);
        const { count, failed } = await app.get(SettleEverything).all(progress);
        const all = `\r${count - failed.length} ideas, comments and reports are settled`;
        console.log(failed.length > 0 ? `${all}; ${failed.length} failed.` : `${all}.`);
        if (failed.length > 0) process.exitCode = 1;
      }),
    );
