/** What the bundler writes about one of its files. */
interface Chunk {
  file: string;
  imports?: string[];
  dynamicImports?: string[];
}
export type Manifest = Record<string, Chunk>;

const ROUTE = /^src\/app\/routes\/(.+)\.tsx\?tsr-split=component$/;
const CATALOG = /\/locales\/(\w+)\.po(\?|$)/;

interface Route {
  pattern: RegExp;
  params: number;
  entries: string[];
}

/** The pages of the single-page application and the files that each needs, read off the bundler's manifest. */
export class SpaManifest {
  private readonly routes: Route[];
  private readonly known = new Map<string, string[]>();

  constructor(private readonly manifest: Manifest) {
    const names = Object.keys(manifest).flatMap((key) => ROUTE.exec(key)?.[1] ?? []);
    const isLayout = (name: string) => /(^|\/)route$/.test(name);
    const keyOf = (name: string) => `src/app/routes/${name}.tsx?tsr-split=component`;
    this.routes = names
      .filter((name) => !isLayout(name))
      .map((name) => {
        const layouts = names.filter((other) => isLayout(other) && name.startsWith(other.replace(/route$/, '')));
        return { ...patternOf(name), entries: [...layouts, name].map(keyOf) };
      })
      // a written-out path goes before one with parameters
      .sort((a, b) => a.params - b.params);
  }

  /** Whether some page answers at this path. Without a manifest that is not known, so every path may be one. */
  has(path: string): boolean {
    return this.routes.length === 0 || this.routeOf(path) !== undefined;
  }

  /** The scripts that the page at this path will ask for anyway, in this language. */
  filesOf(path: string, locale: string): string[] {
    const route = this.routeOf(path);
    const key = `${locale} ${route?.pattern.source ?? ''}`;
    let files = this.known.get(key);
    if (!files) {
      files = this.collect(['index.html', ...(route?.entries ?? [])], locale);
      this.known.set(key, files);
    }
    return files;
  }

  private routeOf(path: string): Route | undefined {
    return this.routes.find(({ pattern }) => pattern.test(path));
  }

  private collect(entries: string[], locale: string): string[] {
    const seen = new Set<string>();
    const visit = (key: string): void => {
      const chunk = this.manifest[key];
      if (!chunk || seen.has(key)) return;
      seen.add(key);
      chunk.imports?.forEach(visit);
      chunk.dynamicImports?.filter((each) => CATALOG.exec(each)?.[1] === locale).forEach(visit);
    };
    entries.forEach(visit);
    return [...seen].map((key) => this.manifest[key]!.file).filter((file) => file.endsWith('.js'));
  }
}

/** `$slug/c.$challengeSlug.index` answers at /<slug>/c/<challengeSlug>. */
function patternOf(name: string): { pattern: RegExp; params: number } {
  const segments = name.split(/[./]/).filter((segment) => segment !== 'index' && !segment.startsWith('_'));
  const escaped = segments.map((segment) => (segment.startsWith('$') ? '[^/]+' : segment.replace(/[^\w-]/g, '\\$&')));
  const params = segments.filter((segment) => segment.startsWith('$')).length;
  return { pattern: new RegExp(`^/${escaped.join('/')}/?$`), params };
}
