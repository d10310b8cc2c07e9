import { Marked, type Tokens } from 'marked';
import QuickLRU from 'quick-lru';
import sanitizeHtml from 'sanitize-html';

/** Images may come from the site's own storage only: one from elsewhere would tell others who reads what. */
const OWN_FILE = /^\/files\/[\w\-./%~]+$/;
const MOST_KEPT = 2_000;
const LONGEST_KEPT = 20_000;

const marked = new Marked({ gfm: true, breaks: true, async: false });

/** The text's highest heading becomes this one: those above belong to the page that shows it. */
const HIGHEST = 3;

const OPTIONS: sanitizeHtml.IOptions = {
  allowedTags: 'p br hr strong em del code pre blockquote ul ol li h3 h4 h5 h6 a img table thead tbody tr th td'.split(
    ' ',
  ),
  allowedAttributes: {
    a: ['href', 'title', 'rel'],
    img: ['src', 'alt', 'title', 'loading'],
    ol: ['start'],
    th: ['align'],
    td: ['align'],
  },
  allowedSchemes: ['http', 'https', 'mailto'],
  allowedSchemesAppliedToAttributes: ['href', 'src'],
  allowProtocolRelative: false,
  disallowedTagsMode: 'discard',
  nestingLimit: 30,
  transformTags: {
    a: (tagName, { href, title }) => ({
      tagName,
      attribs: { ...(href && { href }), ...(title && { title }), rel: 'nofollow ugc noopener' },
    }),
    img: (tagName, { src, alt, title }) => ({
      tagName,
      attribs: { src: src ?? '', alt: alt ?? '', ...(title && { title }), loading: 'lazy' },
    }),
  },
  exclusiveFilter: ({ tag, attribs }) => tag === 'img' && !OWN_FILE.test(attribs.src ?? ''),
};

/** Quotes and lists that begin one in another, more of them than anybody means: they would be parsed one by one. */
const MARK = String.raw`[ \t]*(?:>|[-+*](?=[ \t])|\d{1,9}[.)](?=[ \t]))`;
const TOO_DEEP = new RegExp(`^((?:${MARK}){12})(?:${MARK})+`, 'gm');

/** Keeps what is made of the texts that were asked for last, the very long ones aside. */
export function keptByText(make: (text: string) => string): (text: string) => string {
  const kept = new QuickLRU<string, string>({ maxSize: MOST_KEPT });
  return (text) => {
    const known = kept.get(text);
    if (known !== undefined) return known;
    const made = make(text);
    if (text.length <= LONGEST_KEPT) kept.set(text, made);
    return made;
  };
}

function toHtml(text: string): string {
  const tokens = marked.lexer(text);
  const headings: Tokens.Heading[] = [];
  void marked.walkTokens(tokens, (token) => {
    if (token.type === 'heading') headings.push(token as Tokens.Heading);
  });
  const highest = Math.min(...headings.map(({ depth }) => depth));
  for (const heading of headings) heading.depth = Math.min(heading.depth - highest + HIGHEST, 6);
  return marked.parser(tokens);
}

/**
 * Markdown as safe HTML: whatever the text holds, the result has no script, style, foreign image or live attribute, and
 * its links don't vouch for where they lead.
 */
export const renderMarkdown = keptByText((text) => sanitizeHtml(toHtml(text.replace(TOO_DEEP, '$1')), OPTIONS).trim());
