// jsdom, with cryptography and the network's own types of Node, which browsers have and jsdom lacks.
const { TestEnvironment } = require('jest-environment-jsdom');

module.exports = class extends TestEnvironment {
  async setup() {
    await super.setup();
    Object.assign(this.global, { Headers, Request, Response, TextDecoder, TextEncoder });
    Object.defineProperty(this.global, 'crypto', { value: crypto });
  }
};
