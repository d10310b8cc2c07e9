import { Command } from 'commander';
import { IdeaIndexService } from '../features/search/idea-index.service.js';
import { withApplication } from './operator.js';

/** `cocrea index` */
export const indexCommand = (): Command =>
  new Command('index')
    .description('Makes the index of similar ideas anew from their texts; what is right already stays.')
    .action(() =>
      withApplication(async (app) => {
        const done = await app.get(IdeaIndexService).rebuild((count) => process.stdout.write(`\r${count} ideas`));
        console.log(`\r${done} ideas are indexed.`);
      }),
    );
