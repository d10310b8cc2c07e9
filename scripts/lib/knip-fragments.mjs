import { readFileSync } from 'node:fs';

/** GraphQL fragments are used by name, in other documents: an exported one that nobody imports is not dead. */
export default function withoutFragments(options) {
  for (const [file, issues] of Object.entries(options.issues.exports)) {
    for (const [name, { filePath }] of Object.entries(issues)) {
      if (!new RegExp(`export const ${name} = graphql\\(\\s*\`\\s*fragment `).test(readFileSync(filePath, 'utf8')))
        continue;
      delete options.issues.exports[file][name];
      options.counters.exports--;
    }
  }
  return options;
}
