import { Injectable } from '@nestjs/common';
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { Config } from '../config/config.js';
import { type Manifest, SpaManifest } from './spa-manifest.js';

interface Build {
  /** of index.html, which the bundler writes last */
  builtAt: number;
  template: string;
  manifest: SpaManifest;
  /** files beside index.html that anybody may ask for, such as favicon.svg */
  rootFiles: Set<string>;
}

/** The built single-page application on disk. */
@Injectable()
export class SpaFiles {
  readonly folder: string;
  private build?: Build;

  constructor({ settings }: Config) {
    this.folder = path.resolve(settings.WEB_DIR ?? path.join(installation(), 'frontend/dist'));
  }

  /** What is built now, read again after each build; null when there is nothing. */
  current(): Build | null {
    const index = path.join(this.folder, 'index.html');
    const builtAt = statSync(index, { throwIfNoEntry: false })?.mtimeMs;
    if (builtAt === undefined) return null;
    if (this.build?.builtAt !== builtAt) {
      const template = readFileSync(index, 'utf8');
      this.build = { builtAt, template, manifest: this.readManifest(), rootFiles: this.listRootFiles() };
    }
    return this.build;
  }

  private readManifest(): SpaManifest {
    const file = path.join(this.folder, '.vite/manifest.json');
    return new SpaManifest(existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as Manifest) : {});
  }

  private listRootFiles(): Set<string> {
    const files = readdirSync(this.folder, { withFileTypes: true }).filter((entry) => entry.isFile());
    const hidden = /^\.|^index\.html|\.(map|br|gz)$/;
    return new Set(files.map(({ name }) => name).filter((name) => !hidden.test(name)));
  }
}

/** The folder of package.json, above the sources and the compiled code alike. */
function installation(): string {
  let folder = import.meta.dirname;
  while (!existsSync(path.join(folder, 'package.json'))) folder = path.dirname(folder);
  return folder;
}
