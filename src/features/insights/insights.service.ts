import { Injectable } from '@nestjs/common';
import type { Viewer } from '../../shared/auth/viewer.js';
import { Clock } from '../../shared/config/clock.js';
import { invalidField } from '../../shared/errors/validation.js';
import { ChallengesService } from '../challenges/challenges.service.js';
import { MembershipsService } from '../companies/memberships.service.js';
import { type InsightsArgs, MOST_DAYS } from './insights.args.js';
import { InsightsQueries } from './insights.queries.js';
import { type CompanyDesk, Insights } from './insights.type.js';

const DAY = 86_400_000;

/** What a company's managers may know of their community in numbers. */
@Injectable()
export class InsightsService {
  constructor(
    private readonly memberships: MembershipsService,
    private readonly challenges: ChallengesService,
    private readonly queries: InsightsQueries,
    private readonly clock: Clock,
  ) {}

  /**
   * Lets managers ask; the numbers are counted when a field is read.
   * @throws DomainError NOT_FOUND, UNAUTHENTICATED, FORBIDDEN, MEMBER_SUSPENDED, VALIDATION_FAILED on `to`
   */
  async of(viewer: Viewer, args: InsightsArgs): Promise<Insights> {
    await this.memberships.require(viewer, args.companyId, 'company.manage');
    if (args.challengeId) await this.challenges.withPhases(args.companyId, args.challengeId);
    const days = (Date.parse(args.to) - Date.parse(args.from)) / DAY + 1;
    if (days < 1) throw wrongEnd('BEFORE_FROM');
    if (days > MOST_DAYS) throw wrongEnd('TOO_LONG');
    return Object.assign(new Insights(), { args });
  }

  /** @throws DomainError NOT_FOUND, UNAUTHENTICATED, FORBIDDEN, MEMBER_SUSPENDED */
  async desk(viewer: Viewer, companyId: string): Promise<CompanyDesk> {
    const { company } = await this.memberships.require(viewer, companyId, 'company.manage');
    return this.queries.desk(company, this.clock.now());
  }
}

const TEXTS = {
  BEFORE_FROM: {
    en: 'The period ends before it begins.',
    es: 'El periodo acaba antes de empezar.',
    it: 'Il periodo finisce prima di iniziare.',
  },
  TOO_LONG: { en: 'Two years at most.', es: 'Dos años como máximo.', it: 'Due anni al massimo.' },
};
const wrongEnd = (code: keyof typeof TEXTS) => invalidField('to', code, TEXTS[code]);
