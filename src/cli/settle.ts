import { Command } from 'commander';
import { SettleEverything } from '../features/rewards/points/settlement/settle-everything.service.js';
import { withApplication } from './operator.js';

/** `cocrea settle` */
export const settleCommand = (): Command =>
  new Command('settle')
    .description('Awards points for what was there before points were, or was imported; nothing is given twice.')
    .action(() =>
      withApplication(async (app) => {
        const done = await app.get(SettleEverything).all((count) => process.stdout.write(`\r${count} items`));
        console.log(`\r${done} ideas, comments and reports are settled.`);
      }),
    );
