import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { inRoot } from './run.mjs';

/**
 * Compiles the server's sources one by one, as Jest does: what is tested is what runs. Types are for `npm run check`
 * and the editor, and the user who starts the product need not wait for them.
 * @returns the same as a program would: exit code and output
 */
export async function compile(files) {
  const { transformFile } = await import('@swc/core');
  const problems = [];
  await Promise.all(
    files.map(async (file) => {
      const target = inRoot('dist', file.replace(/\.ts$/, '.js'));
      const name = path.basename(target);
      const sourceFileName = path.relative(path.dirname(target), inRoot(file));
      try {
        const { code, map } = await transformFile(inRoot(file), { swcrc: true, sourceMaps: true, sourceFileName });
        mkdirSync(path.dirname(target), { recursive: true });
        writeFileSync(target, `${code}//# sourceMappingURL=${name}.map\n`);
        writeFileSync(`${target}.map`, map);
      } catch (error) {
        problems.push(`${file}: ${error.message}`);
      }
    }),
  );
  return { code: problems.length > 0 ? 1 : 0, output: problems.join('\n') };
}
