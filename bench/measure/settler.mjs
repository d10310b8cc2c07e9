// A process of a bench's that settles votes, pauses for so many milliseconds, and so on until it is told to stop.
import { setTimeout } from 'node:timers/promises';
import { application } from './in-process.mjs';

const built = (file) => import(new URL(`../../dist/src/${file}`, import.meta.url).href);
const [url, dir, pause] = process.argv.slice(2);

const app = await application(url, dir);
const { VoteSweep } = await built('features/rewards/points/settlement/vote-sweep.service.js');
const sweep = app.get(VoteSweep, { strict: false });

let stopped = false;
let count = 0;
process.on('message', () => (stopped = true));
process.send({ ready: true });
while (!stopped) {
  await sweep.sweep();
  count++;
  await setTimeout(Number(pause));
}
await app.close();
process.send({ count }, () => process.exit());
