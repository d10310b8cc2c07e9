import fs from 'node:fs';

export default async function teardown() {
  const { server, dir } = globalThis.testCluster;
  await server.stop();
  globalThis.testCluster = undefined;
  fs.rmSync(dir, { recursive: true, force: true });
}
