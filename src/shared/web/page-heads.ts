import { Injectable, Logger, type OnModuleInit } from '@nestjs/common';
import { DiscoveryService, MetadataScanner, Reflector } from '@nestjs/core';
import type { Locale } from '../errors/locale.js';
import { DESCRIBES_PAGE, type PageHead } from './page-head.js';

type Params = Record<string, string>;
type Describe = (params: Params, locale: Locale) => Promise<PageHead | null>;

/** A page that cannot say in this time what it is about is served without. */
const LONGEST_MS = 500;

/** Finds what features say of their pages. */
@Injectable()
export class PageHeads implements OnModuleInit {
  private readonly log = new Logger(PageHeads.name);
  private readonly pages: { pattern: RegExp; describe: Describe }[] = [];

  constructor(
    private readonly discovery: DiscoveryService,
    private readonly scanner: MetadataScanner,
    private readonly reflector: Reflector,
  ) {}

  onModuleInit(): void {
    for (const { instance } of this.discovery.getProviders()) {
      if (!instance || typeof instance !== 'object') continue;
      const target = instance as Record<string, Describe>;
      for (const method of this.scanner.getAllMethodNames(Object.getPrototypeOf(instance) as object)) {
        const paths = this.reflector.get<string[] | undefined>(DESCRIBES_PAGE, target[method]!) ?? [];
        const describe = target[method]!.bind(instance);
        for (const path of paths) this.pages.push({ pattern: patternOf(path), describe });
      }
    }
  }

  /** null: for everybody, there is nothing at this path. undefined: nobody says, or not in time. */
  async of(path: string, locale: Locale): Promise<PageHead | null | undefined> {
    for (const { pattern, describe } of this.pages) {
      const match = pattern.exec(path);
      if (match) return this.inTime(() => describe(decoded(match.groups), locale));
    }
    return undefined;
  }

  private async inTime(ask: () => Promise<PageHead | null>): Promise<PageHead | null | undefined> {
    let timer: NodeJS.Timeout | undefined;
    const late = new Promise<never>((_, reject) => {
      timer = setTimeout(() => reject(new Error('late')), LONGEST_MS);
    });
    try {
      return await Promise.race([ask(), late]);
    } catch (error) {
      this.log.warn(`A page is served without its head: ${String(error)}`);
      return undefined;
    } finally {
      clearTimeout(timer);
    }
  }
}

const patternOf = (path: string) => new RegExp(`^${path.replace(/:(\w+)/g, '(?<$1>[^/]+)').replace(/\/$/, '')}/?$`);

/** What cannot be decoded names nothing. */
function decoded(groups: Params = {}): Params {
  const decode = (text: string) => {
    try {
      return decodeURIComponent(text);
    } catch {
      return '';
    }
  };
  return Object.fromEntries(Object.entries(groups).map(([name, value]) => [name, decode(value)]));
}
