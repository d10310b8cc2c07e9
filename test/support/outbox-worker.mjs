// A worker process with two handlers more than the application has: each writes a row, by chance slowly, so that a kill
// finds it between any two steps. Arguments: the settings, as main.js reads them from the environment.
import { createApp } from '../../dist/src/create-app.js';
import { Config, readSettings } from '../../dist/src/shared/config/config.js';
import { EventHandlers } from '../../dist/src/shared/events/event-handlers.js';

const settings = readSettings();
const app = await createApp(new Config(settings, settings.DATABASE_URL, settings.JWT_SECRET));
for (const name of ['first', 'second']) {
  app.get(EventHandlers, { strict: false }).register('ProbeHappened', {
    name: `Probe.${name}`,
    async handle(event, tx) {
      await tx.query('INSERT INTO probe (event_id, aggregate_id, handler) VALUES ($1, $2, $3)', [
        event.id,
        event.aggregateId,
        name,
      ]);
      await tx.query('SELECT pg_sleep($1)', [Math.random() * 0.02]);
    },
  });
}
await app.init();
console.log('running');
