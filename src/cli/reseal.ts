import { Command } from 'commander';
import { Reseal } from '../features/rewards/reseal.service.js';
import { withApplication } from './operator.js';

/** `cocrea reseal` */
export const resealCommand = (): Command =>
  new Command('reseal')
    .description(
      'Seals codes and addresses of before under the present JWT_SECRET; needs PREVIOUS_JWT_SECRET once more.',
    )
    .action(() =>
      withApplication(async (app) => {
        for (const { name, resealed, lost } of await app.get(Reseal).all())
          console.log(`${name}: ${resealed} sealed anew, ${lost} cannot be opened any more.`);
      }),
    );
