import type { Locale } from '../../shared/errors/locale.js';
import { renderMarkdown } from '../../shared/text/markdown.js';
import { xml } from '../../shared/web/xml.js';
import { IdeaStatus } from '../ideas/idea.entity.js';
import { STATUS_WORDS } from '../ideas/idea-status.words.js';
import { feedOfChallenge, feedOfCompany } from './feed-address.js';
import type { FeedItem, FeedSource } from './feeds.queries.js';

/** An answer that leaves the idea's status as it was. */
const ANSWERED: Record<Locale, string> = { en: 'Answered', es: 'Respondida', it: 'Con risposta' };
const wordFor = (status: IdeaStatus, language: Locale) =>
  (status === IdeaStatus.OPEN ? ANSWERED : STATUS_WORDS[status])[language];

const time = (date: Date) => date.toISOString();
const languageAttribute = (language: Locale | null) => (language ? ` xml:lang="${language}"` : '');

/** Readers show it elsewhere: what is of this site is named with its origin. */
const contentOf = (markdown: string, origin: string) =>
  renderMarkdown(markdown).replace(/(\s(?:src|href)=")\//g, `$1${origin}/`);

function entry(
  { id, ideaId, title, body, language, at, changedAt, author, status }: FeedItem,
  source: FeedSource,
  origin: string,
): string {
  const { companyName } = source;
  const heading = status ? `${wordFor(status, source.language)}: ${title}` : title;
  return `<entry${languageAttribute(language)}>
<id>urn:uuid:${id}</id>
<title>${xml(heading)}</title>
<link rel="alternate" type="text/html" href="${xml(`${origin}/i/${ideaId}`)}"/>
<published>${time(at)}</published>
<updated>${time(changedAt)}</updated>
<author><name>${xml(status ? companyName : author || '–')}</name></author>
<content type="html">${xml(contentOf(body, origin))}</content>
</entry>`;
}

/** When something in it changed last. */
const modifiedAt = ({ createdAt }: FeedSource, items: FeedItem[]): Date =>
  items.reduce((latest, { changedAt }) => (changedAt > latest ? changedAt : latest), createdAt);

/** A feed as RFC 4287 has it. */
export function atomFeed(source: FeedSource, items: FeedItem[], origin: string): string {
  const { companyId, companySlug: slug, companyName, challenge, language, summary } = source;
  const company = feedOfCompany({ slug, name: companyName });
  const { title, path } = challenge ? feedOfChallenge({ ...challenge, companySlug: slug }) : company;
  const page = path.replace(/\/feed\.atom$/, '');
  return `<?xml version="1.0" encoding="utf-8"?>
<feed xmlns="http://www.w3.org/2005/Atom"${languageAttribute(language)}>
<id>urn:uuid:${challenge?.id ?? companyId}</id>
<title>${xml(title)}</title>
<subtitle>${xml(summary)}</subtitle>
<link rel="self" type="application/atom+xml" href="${xml(origin + path)}"/>
<link rel="alternate" type="text/html" href="${xml(origin + page)}"/>
<updated>${time(modifiedAt(source, items))}</updated>
<author><name>${xml(companyName)}</name></author>
<generator>Cocrea</generator>
${items.map((item) => entry(item, source, origin)).join('\n')}
</feed>
`;
}
