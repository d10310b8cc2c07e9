import { Injectable } from '@nestjs/common';
import QuickLRU from 'quick-lru';
import { Clock } from '../../../shared/config/clock.js';
import { LogQueries } from '../log/log.queries.js';
import { spanOf } from './period.js';
import { ReportQueries } from './report.queries.js';
import type { TransparencyReport } from './report.types.js';

type Counted = Omit<TransparencyReport, 'isOver'>;

const share = (part: number, all: number): number | null => (all > 0 ? part / all : null);

/** The transparency report of a company, counted from its public log alone. */
@Injectable()
export class ReportService {
  /** by company, period and the log's last hash: what was counted holds until the log grows */
  private readonly kept = new QuickLRU<string, Promise<Counted>>({ maxSize: 1000 });

  constructor(
    private readonly queries: ReportQueries,
    private readonly log: LogQueries,
    private readonly clock: Clock,
  ) {}

  /** The caller has checked the viewer. */
  async of(companyId: string, period: string): Promise<TransparencyReport> {
    const head = await this.log.head(companyId);
    const last = { lastPosition: head?.position ?? 0, lastHash: head?.hash ?? '' };
    const key = [companyId, period, last.lastHash].join();
    let counting = this.kept.get(key);
    if (!counting) {
      counting = this.count(companyId, period, last);
      this.kept.set(key, counting);
      counting.catch(() => this.kept.delete(key));
    }
    const counted = await counting;
    return { ...counted, isOver: counted.until <= this.clock.now() };
  }

  private async count(
    companyId: string,
    period: string,
    last: Pick<Counted, 'lastPosition' | 'lastHash'>,
  ): Promise<Counted> {
    const span = spanOf(period);
    const { means, ...decided } = await this.queries.decisions(companyId, span);
    const automaticMeans = {
      ...means,
      errorRate: share(means.undone, means.decisions),
      screeningErrorRate: share(means.screenedKept, means.screened),
    };
    const notices = await this.queries.notices(companyId, span);
    const appeals = await this.queries.appeals(companyId, span);
    const logSince = await this.queries.since(companyId);
    return { period, ...span, ...last, logSince, ...decided, automaticMeans, notices, appeals };
  }
}
