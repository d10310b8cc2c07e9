// A process of a bench's that settles votes without a pause, until it is told to stop.
const built = (file) => import(new URL(`../../dist/src/${file}`, import.meta.url).href);
const [url, dir, secret] = process.argv.slice(2);

const { Config, readSettings } = await built('shared/config/config.js');
const settings = readSettings({ DATA_DIR: dir, ROLE: 'api', DEMO: 'false', LOG_LEVEL: 'error' });
const app = await (await built('create-app.js')).createApp(new Config(settings, url, secret));
await app.init();
const { VoteSweep } = await built('features/rewards/points/settlement/vote-sweep.service.js');
const sweep = app.get(VoteSweep, { strict: false });

let stopped = false;
let count = 0;
process.on('message', () => (stopped = true));
process.send({ ready: true });
while (!stopped) {
  await sweep.sweep();
  count++;
}
await app.close();
process.send({ count }, () => process.exit());
