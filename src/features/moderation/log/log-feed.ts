import type { Locale } from '../../../shared/errors/locale.js';
import { xml } from '../../../shared/web/xml.js';
import type { Company } from '../../companies/company.entity.js';
import { LogEvent, type LogEntry, type PublishedHead } from './log-entry.entity.js';
import { ACT_WORDS, EVENT_WORDS, HEAD_WORDS, KIND_WORDS, LOG_SUMMARY, LOG_TITLE } from './log.words.js';

type Titled<P> = (params: P) => string;

export const logPath = (slug: string): string => `/${slug}/log`;
export const logFeed = ({ slug, name }: Pick<Company, 'slug' | 'name'>, language: Locale) => ({
  title: (LOG_TITLE[language] as Titled<string>)(name),
  path: `${logPath(slug)}/feed.atom`,
});

interface Item {
  id: string;
  at: Date;
  title: string;
  content: string;
}

/** As the public may know of it: without a name or a text. */
function itemOfLine(line: LogEntry, language: Locale): Item {
  const { position, at, entry, act, kind, rule, automatic, role, outcome, hash } = line;
  const what = entry === LogEvent.DECIDED && act ? ACT_WORDS[act] : EVENT_WORDS[entry];
  const facts = [rule, automatic ? 'AUTOMATIC' : role, outcome, `#${position} ${hash}`];
  const title = `${what[language] as string}: ${KIND_WORDS[kind][language] as string}`;
  return { id: `line-${position}`, at, title, content: facts.filter(Boolean).join(' · ') };
}

function itemOfHead({ day, position, hash, publishedAt: at }: PublishedHead, language: Locale): Item {
  const title = (HEAD_WORDS[language] as Titled<object>)({ day, position });
  return { id: `head-${day}`, at, title, content: hash };
}

/** The log as a feed (RFC 4287): its latest lines, and the heads that were published lately. */
export function feedOfLog(company: Company, lines: LogEntry[], heads: PublishedHead[], origin: string): string {
  const { name, slug, defaultLanguage: language, createdAt } = company;
  const { title, path } = logFeed(company, language);
  const page = `${origin}${logPath(slug)}`;
  const items = [
    ...lines.map((line) => itemOfLine(line, language)),
    ...heads.map((head) => itemOfHead(head, language)),
  ].sort((a, b) => b.at.getTime() - a.at.getTime());
  return `<?xml version="1.0" encoding="utf-8"?>
<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="${language}">
<id>${xml(page)}</id>
<title>${xml(title)}</title>
<subtitle>${xml(LOG_SUMMARY[language] as string)}</subtitle>
<link rel="self" type="application/atom+xml" href="${xml(origin + path)}"/>
<link rel="alternate" type="text/html" href="${xml(page)}"/>
<updated>${(items[0]?.at ?? createdAt).toISOString()}</updated>
<author><name>${xml(name)}</name></author>
<generator>Cocrea</generator>
${items.map((item) => entryOf(item, page)).join('\n')}
</feed>
`;
}

const entryOf = ({ id, at, title, content }: Item, page: string) => `<entry>
<id>${xml(`${page}#${id}`)}</id>
<title>${xml(title)}</title>
<link rel="alternate" type="text/html" href="${xml(page)}"/>
<updated>${at.toISOString()}</updated>
<content type="text">${xml(content)}</content>
</entry>`;
