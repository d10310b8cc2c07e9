// Imported first by every script, and written so that any Node with modules can read it.
const [major, minor] = process.versions.node.split('.').map(Number);
const accepted = (major === 20 && minor >= 19) || (major === 22 && minor >= 12) || major > 22;

if (!accepted) {
  console.error(
    `Cocrea needs Node.js 20.19, 22.12 or newer, and this is ${process.versions.node}: install a newer one from https://nodejs.org and start again.`,
  );
  process.exit(1);
}
