import { Injectable } from '@nestjs/common';
import type { Viewer } from '../../shared/auth/viewer.js';
import { networkOf, type RateLimit, RateLimits } from '../../shared/ratelimit/rate-limits.js';
import { detectLanguage } from '../../shared/text/language.js';
import type { Company } from '../companies/company.entity.js';
import { MembershipsService } from '../companies/memberships.service.js';
import type { SimilarIdeasArgs } from './similar-ideas.args.js';
import { SimilarIdeasQueries } from './similar-ideas.queries.js';

// it is asked at every pause of the typing
const PER_PERSON: RateLimit = { name: 'similar-ideas', points: 120, seconds: 60 };
const PER_NETWORK: RateLimit = { name: 'similar-ideas-network', points: 300, seconds: 60 };
/** More says nothing that this much does not. */
const LONGEST_READ = 2_000;
/** As the index names every language but ours. */
const OTHER = 'und';

/** Tells who writes an idea of those that say it already. */
@Injectable()
export class SimilarIdeasService {
  constructor(
    private readonly memberships: MembershipsService,
    private readonly limits: RateLimits,
    private readonly queries: SimilarIdeasQueries,
  ) {}

  /**
   * Ids of a company's published ideas, the most similar first.
   * @throws DomainError NOT_FOUND, RATE_LIMITED
   */
  async find(viewer: Viewer | null, ip: string, args: SimilarIdeasArgs): Promise<string[]> {
    const { company } = await this.memberships.visible(viewer, args.companyId);
    const body = (args.body ?? '').slice(0, LONGEST_READ);
    if (!/\p{L}/u.test(args.title + body)) return [];
    await (viewer ? this.limits.take(PER_PERSON, viewer.userId) : this.limits.take(PER_NETWORK, networkOf(ip)));
    const { title, challengeId = null, first } = args;
    const languages = args.language ? [args.language] : languagesOf(`${title}\n${body}`, company);
    return this.queries.find({ companyId: company.id, languages, title, body, challengeId }, first);
  }
}

/** Of a few words the language is often mistaken, so all that the company writes in come into question. */
function languagesOf(text: string, { languages, defaultLanguage }: Company): string[] {
  const found = detectLanguage(text, defaultLanguage) ?? OTHER;
  return [...new Set([found, defaultLanguage, ...languages])];
}
