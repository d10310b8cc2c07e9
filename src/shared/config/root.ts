import { existsSync } from 'node:fs';
import path from 'node:path';

function rootAbove(folder: string): string {
  return existsSync(path.join(folder, 'package-lock.json')) ? folder : rootAbove(path.dirname(folder));
}

/** The project's own folder, the same for compiled and for source files. */
export const ROOT = rootAbove(import.meta.dirname);
