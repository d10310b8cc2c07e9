// Writes src/app/routeTree.gen.ts, so that types can be checked before the bundler has run once.
import { Generator, getConfig } from '@tanstack/router-generator';

const root = import.meta.dirname;
await new Generator({ config: getConfig({}, root), root }).run();
