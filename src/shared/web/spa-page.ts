import type { Locale, Localized } from '../errors/locale.js';
import type { PageHead } from './page-head.js';

const DESCRIPTION: Localized = {
  en: 'Companies ask, customers answer, and everybody sees what becomes of it: ideas, votes, answers and deeds in the open.',
  es: 'Las empresas preguntan, los clientes responden y todos ven qué se hace con ello: ideas, votos, respuestas y hechos a la vista.',
  it: 'Le aziende chiedono, i clienti rispondono e tutti vedono che cosa ne nasce: idee, voti, risposte e fatti alla luce del sole.',
};

/** Pages of the signed-in and of those on their way in; and people’s profiles, which are not for search engines. */
const PRIVATE = [
  /^\/(me|u|offline|sign-in|sign-up|verify-email|reset-password|invitation|unsubscribe|notice|decision)(\/|$)/,
  /^\/companies\/new(\/|$)/,
  /^\/[^/]+\/(new|settings|members|review|appeals|manage|notice)(\/|$)/,
  /^\/[^/]+\/c\/[^/]+\/new(\/|$)/,
];

/** Where people write: not for search engines, but there is something to read before the form comes. */
const WRITING = /^\/(?!companies\/)[^/]+\/(c\/[^/]+\/)?new\/?$/;

export const isDescribed = (path: string): boolean => !isPrivatePath(path) || WRITING.test(path);
export const isPrivatePath = (path: string): boolean => PRIVATE.some((pattern) => pattern.test(path));

export interface Page {
  origin: string;
  locale: Locale;
  nonce: string;
  /** scripts that the page will ask for anyway */
  preloads: string[];
  /** what is known of it; null where nothing may be said */
  head: PageHead | null;
  indexed: boolean;
}

const escape = (text: string) => text.replace(/[&<>"']/g, (c) => `&#${c.charCodeAt(0)};`);

/** JSON that cannot end the script it stands in. */
const scriptJson = (value: object) =>
  JSON.stringify(value).replace(/[<\u2028\u2029]/g, (c) => `\\u${c.charCodeAt(0).toString(16).padStart(4, '0')}`);

const SITE = 'Cocrea';
const IMAGE = '/og.png';

const meta = (name: string, content: string) => `<meta name="${name}" content="${escape(content)}">`;
const property = (name: string, content: string) => `<meta property="${name}" content="${escape(content)}">`;

/** For search engines and link previews. */
function describe(head: PageHead, { origin, locale }: Page): string[] {
  const { title, summary, path, image, kind = 'website', publishedAt, modifiedAt, data, feeds = [] } = head;
  const url = origin + path;
  return [
    `<link rel="canonical" href="${escape(url)}">`,
    property('og:site_name', SITE),
    property('og:type', kind),
    property('og:title', title || SITE),
    property('og:description', summary || (DESCRIPTION[locale] as string)),
    property('og:url', url),
    property('og:image', origin + (image ?? IMAGE)),
    meta('twitter:card', image ? 'summary' : 'summary_large_image'),
    ...(publishedAt ? [property('article:published_time', publishedAt.toISOString())] : []),
    ...(modifiedAt ? [property('article:modified_time', modifiedAt.toISOString())] : []),
    ...feeds.map(
      (feed) =>
        `<link rel="alternate" type="application/atom+xml" title="${escape(feed.title)}" href="${escape(feed.path)}">`,
    ),
    ...(data ? [`<script type="application/ld+json">${scriptJson(data)}</script>`] : []),
  ];
}

/** What can be read before the script has come; `main.tsx` puts its own in its place. */
function shellOf(head: PageHead | null): string {
  if (!head) return '';
  const { heading, summary, html, language, kind } = head;
  const lang = language ? ` lang="${language}"` : '';
  const lead = kind === 'article' ? '' : `<p>${escape(summary)}</p>`;
  const words = html ? `${lead}<div class="shell-text">${html}</div>` : lead;
  return `<div id="shell"><div class="shell-bar">${SITE}</div><main${lang}><h1>${escape(heading)}</h1>${words}</main></div>`;
}

/** index.html for one request: its language, what search engines and link previews read, and the nonce of its scripts. */
export function renderPage(template: string, page: Page): string {
  const { locale, nonce, preloads, head, indexed } = page;
  const lines = [
    `<title>${escape(head?.title ? `${head.title} — ${SITE}` : SITE)}</title>`,
    meta('description', head?.summary || (DESCRIPTION[locale] as string)),
    ...preloads
      .filter((file) => !template.includes(file))
      .map((file) => `<link rel="modulepreload" crossorigin href="/${file}" nonce="${nonce}">`),
    ...(head ? describe(head, page) : []),
    ...(indexed ? [] : ['<meta name="robots" content="noindex">']),
  ];
  // what people wrote comes last: whatever it says, nothing in it is replaced
  return template
    .replaceAll('__CSP_NONCE__', nonce)
    .replace(/<html lang="[^"]*"/, `<html lang="${locale}"`)
    .replace(/<!--app-(head|shell)-->/g, (_, place) => (place === 'head' ? lines.join('\n    ') : shellOf(head)));
}

/** Only our own scripts and styles run, and inline ones that carry this response's nonce. */
export const contentSecurityPolicy = (nonce: string): string =>
  [
    "default-src 'self'",
    `script-src 'self' 'nonce-${nonce}'`,
    `style-src 'self' 'nonce-${nonce}'`,
    "img-src 'self' data: blob:",
    "worker-src 'self'",
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
  ].join('; ');

/** The service worker only fetches. */
export const WORKER_POLICY = "default-src 'none'; connect-src 'self'";

/** Shown while there is no built application to serve. */
export const NOT_BUILT = `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><title>Cocrea</title></head>
<body><h1>The site is not built yet</h1>
<p>Run <code>npm run build</code>, or start with <code>npm start</code>, which builds what is missing. The API is running at <code>/graphql</code>.</p></body></html>
`;
