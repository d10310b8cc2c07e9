import { Locale, type Localized } from '../errors/locale.js';

const DESCRIPTION: Localized = {
  en: 'Companies ask, customers answer, and everybody sees what becomes of it: ideas, votes, answers and deeds in the open.',
  es: 'Las empresas preguntan, los clientes responden y todos ven qué se hace con ello: ideas, votos, respuestas y hechos a la vista.',
  it: 'Le aziende chiedono, i clienti rispondono e tutti vedono che cosa ne nasce: idee, voti, risposte e fatti alla luce del sole.',
};

/** Pages of the signed-in and of those on their way in; and people’s profiles, which are not for search engines. */
const PRIVATE = [
  /^\/(me|u|sign-in|sign-up|verify-email|reset-password|invitation|unsubscribe)(\/|$)/,
  /^\/companies\/new(\/|$)/,
  /^\/[^/]+\/(new|settings|members|review|manage)(\/|$)/,
  /^\/[^/]+\/c\/[^/]+\/new(\/|$)/,
];

export const isPrivatePath = (path: string): boolean => PRIVATE.some((pattern) => pattern.test(path));

export interface Page {
  /** the address with the site's origin, without a query */
  url: string;
  locale: Locale;
  nonce: string;
  /** scripts that the page will ask for anyway */
  preloads: string[];
  indexed: boolean;
}

const escape = (text: string) => text.replace(/[&<>"']/g, (c) => `&#${c.charCodeAt(0)};`);

/** index.html for one request: its language, what search engines and link previews read, and the nonce of its scripts. */
export function renderPage(template: string, { url, locale, nonce, preloads, indexed }: Page): string {
  const description = escape(DESCRIPTION[locale] as string);
  const head = [
    '<title>Cocrea</title>',
    `<meta name="description" content="${description}">`,
    ...preloads
      .filter((file) => !template.includes(file))
      .map((file) => `<link rel="modulepreload" crossorigin href="/${file}" nonce="${nonce}">`),
    ...(indexed
      ? [
          `<link rel="canonical" href="${escape(url)}">`,
          '<meta property="og:site_name" content="Cocrea">',
          '<meta property="og:type" content="website">',
          '<meta property="og:title" content="Cocrea">',
          `<meta property="og:description" content="${description}">`,
          `<meta property="og:url" content="${escape(url)}">`,
        ]
      : ['<meta name="robots" content="noindex">']),
  ];
  return template
    .replace('<!--app-head-->', () => head.join('\n    '))
    .replace('<!--app-shell-->', '')
    .replace(/<html lang="[^"]*"/, `<html lang="${locale}"`)
    .replaceAll('__CSP_NONCE__', nonce);
}

/** Only our own scripts and styles run, and inline ones that carry this response's nonce. */
export const contentSecurityPolicy = (nonce: string): string =>
  [
    "default-src 'self'",
    `script-src 'self' 'nonce-${nonce}'`,
    `style-src 'self' 'nonce-${nonce}'`,
    "img-src 'self' data: blob:",
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
  ].join('; ');

/** Shown while there is no built application to serve. */
export const NOT_BUILT = `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><title>Cocrea</title></head>
<body><h1>The site is not built yet</h1>
<p>Run <code>npm run build</code>, or start with <code>npm start</code>, which builds what is missing. The API is running at <code>/graphql</code>.</p></body></html>
`;
