import { Injectable } from '@nestjs/common';
import type { Transaction } from '../../../shared/database/database.js';
import type { Locale } from '../../../shared/errors/locale.js';
import { detectLanguage } from '../../../shared/text/language.js';
import { isNewcomer, isStaff } from '../../companies/company.policy.js';
import { type Covered, type Part, type Post, type Screened, Screening } from '../../ideas/screening.port.js';
import { Networks } from '../trust/networks.js';
import { wordsBlocked } from './blocked-words.js';
import type { ScreeningContext, SpamContext } from './context.js';
import { fingerprintOf } from './fingerprint.js';
import { findingsOf, outcome } from './findings.js';
import { type ScreeningConfig, ScreeningConfigs } from './screening-configs.js';
import { ScreeningQueries } from './screening.queries.js';
import { type Hit, WatchedWordAction } from './watched-words.js';
import { type Word, wordsOf } from './words.js';

const { BLOCK, MASK } = WatchedWordAction;

/** Looks at what is posted before others see it. Knows nothing of ideas and comments, so that they can ask for it. */
@Injectable()
export class ScreeningService extends Screening {
  constructor(
    private readonly networks: Networks,
    private readonly configs: ScreeningConfigs,
    private readonly queries: ScreeningQueries,
  ) {
    super();
  }

  override async screen(tx: Transaction, post: Post): Promise<Screened> {
    const { access } = post;
    if (isStaff(access.membership)) return { hold: null, review: null, reasons: [], covers: null };
    const terms = await this.queries.terms(tx, access.company.id, access.user.id);
    const config = await this.configs.of(tx, access.company.id, terms);
    const found = foundIn(post, config);
    const blocked = found.find(({ hits }) => has(hits, BLOCK));
    if (blocked) throw wordsBlocked(blocked.field);
    const context = contextOf(post, found, config);
    if (terms.spamChecks) context.spam = await this.spamContext(tx, post, context, config);
    return {
      ...outcome(findingsOf(context)),
      covers: coveredIn(found),
    };
  }

  private async spamContext(
    tx: Transaction,
    { access, itemId, origin }: Post,
    { post }: ScreeningContext,
    { classifier }: ScreeningConfig,
  ): Promise<SpamContext> {
    const { company, user, membership } = access;
    const network = origin && isNewcomer(membership) ? this.networks.hashOf(company.id, origin.ip) : null;
    const { fingerprint } = post;
    const trace = { companyId: company.id, authorId: user.id, itemId, fingerprint, network };
    return { ...(await this.queries.trace(tx, trace)), classifier };
  }
}

/** All that others read of a post. */
const partsOf = ({ title, body, beside }: Post): Part[] => [
  { field: 'title', text: title },
  { field: 'body', text: body },
  ...beside,
];

type Found = Part & { words: Word[]; hits: Hit[] };

/** The watched words of a post, part by part. */
function foundIn(post: Post, { words, byLanguage }: ScreeningConfig): Found[] {
  const { title, body, language } = post;
  const languages = new Set<Locale | null>([language]);
  // the language that its author names is not the only one that counts
  if (byLanguage) languages.add(detectLanguage(`${title}\n${body}`, language));
  return partsOf(post).map((part) => {
    const said = wordsOf(part.text);
    return { ...part, words: said, hits: words.find(said, languages) };
  });
}

/** What nobody shall read: of a text the words, of a file all. */
function coveredIn(found: Found[]): Covered | null {
  const covered = found.filter(({ hits }) => has(hits, MASK));
  if (covered.length === 0) return null;
  const passages = covered.flatMap(({ fileId, text, hits }) =>
    fileId ? [] : only(hits, MASK).map(({ from, to }) => text.slice(from, to)),
  );
  return { passages: [...new Set(passages)], attachmentIds: covered.flatMap(({ fileId }) => fileId ?? []) };
}

function contextOf(post: Post, found: Found[], { blockedLinks }: ScreeningConfig): ScreeningContext {
  const { access, kind, language, origin } = post;
  // the title’s and the body’s
  const words = found.slice(0, 2).flatMap((part) => part.words);
  const text = found.map((part) => part.text).join('\n');
  const how = { isEdit: origin === null, writingMs: origin?.writingMs ?? null, website: origin?.website ?? '' };
  return {
    company: access.company,
    member: access.membership,
    post: { kind, text, language, words, fingerprint: fingerprintOf(words), ...how },
    hits: found.flatMap(({ hits }) => hits),
    blockedLinks,
    spam: null,
  };
}

const only = (hits: Hit[], action: WatchedWordAction): Hit[] => hits.filter(({ watched }) => watched.action === action);
const has = (hits: Hit[], action: WatchedWordAction): boolean => only(hits, action).length > 0;
