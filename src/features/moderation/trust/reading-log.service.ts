import { Injectable, Logger, type OnApplicationBootstrap, type OnModuleDestroy } from '@nestjs/common';
import type { Viewer } from '../../../shared/auth/viewer.js';
import { Clock } from '../../../shared/config/clock.js';
import { Database, type Transaction } from '../../../shared/database/database.js';
import type { StoredEvent } from '../../../shared/events/domain-event.js';
import { OnEvent } from '../../../shared/events/on-event.js';
import { AccountErased } from '../../accounts/accounts.events.js';
import { type ReadIdea, ReaderLog } from '../../ideas/reading/reader-log.port.js';
import { MemberDay } from './member-day.entity.js';
import { Networks } from './networks.js';

const HOUR_MS = 3_600_000;
/** Ideas of one person in one company on one day: more make nobody more trusted. */
const MOST = 50;

/** Somebody's day in a company. */
interface Day {
  companyId: string;
  userId: string;
  day: string;
  ideas: Set<string>;
  /** their address, last seen */
  ip: string | null;
  /** how many of them the database has */
  kept: number;
}

// in the order of the keys, so that two processes never wait for each other
const KEEP = `INSERT INTO member_day (company_id, user_id, day, read_count, network)
SELECT k.company_id, k.user_id, k.day, k.count, k.network
FROM unnest($1::uuid[], $2::uuid[], $3::date[], $4::integer[], $5::text[]) k (company_id, user_id, day, count, network)
JOIN membership m ON m.company_id = k.company_id AND m.user_id = k.user_id ORDER BY 1, 2, 3
ON CONFLICT (company_id, user_id, day) DO UPDATE SET read_count = member_day.read_count + excluded.read_count,
  network = coalesce(excluded.network, member_day.network)`;

/**
 * Who was here, and what they read: noted in memory, and kept once an hour in one statement for everybody. A process
 * that is killed forgets an hour of reading, which is what noting it without a statement costs.
 */
@Injectable()
export class ReadingLog extends ReaderLog implements OnApplicationBootstrap, OnModuleDestroy {
  private readonly log = new Logger(ReadingLog.name);
  private readonly days = new Map<string, Day>();
  private timer?: NodeJS.Timeout;

  constructor(
    private readonly database: Database,
    private readonly networks: Networks,
    private readonly clock: Clock,
  ) {
    super();
  }

  onApplicationBootstrap(): void {
    const failed = (error: Error) => this.log.warn(`Keeping what was read: ${error.message}`);
    this.timer = setInterval(() => void this.keep().catch(failed), HOUR_MS).unref();
  }

  async onModuleDestroy(): Promise<void> {
    clearInterval(this.timer);
    await this.keep().catch((error: Error) => this.log.warn(`Keeping what was read: ${error.message}`));
  }

  override note({ userId, request }: Viewer, { companyId, id, authorId }: ReadIdea): void {
    if (authorId === userId) return;
    const day = this.today();
    const key = `${day}/${companyId}/${userId}`;
    const found = this.days.get(key) ?? { companyId, userId, day, ideas: new Set<string>(), ip: null, kept: 0 };
    found.ip = request?.ip ?? found.ip;
    this.days.set(key, found);
    if (found.ideas.size < MOST) found.ideas.add(id);
  }

  /** Keeps what is new; what fails is kept the next time. */
  async keep(): Promise<void> {
    const fresh = [...this.days.values()].filter(({ ideas, kept }) => ideas.size > kept);
    if (fresh.length > 0) await this.store(fresh);
    const today = this.today();
    for (const [key, { day, ideas, kept }] of this.days)
      if (day !== today && ideas.size === kept) this.days.delete(key);
  }

  /** What an erased person read is nobody's business any more. */
  @OnEvent(AccountErased)
  async forget({ aggregateId: userId }: StoredEvent, tx: Transaction): Promise<void> {
    for (const [key, { userId: reader }] of this.days) if (reader === userId) this.days.delete(key);
    await tx.delete(MemberDay, { userId });
  }

  private async store(fresh: Day[]): Promise<void> {
    const counts = fresh.map(({ ideas, kept }) => ideas.size - kept);
    const columns = [fresh.map((d) => d.companyId), fresh.map((d) => d.userId), fresh.map((d) => d.day)];
    const networks = fresh.map(({ companyId, ip }) => ip && this.networks.hashOf(companyId, ip));
    // counted as kept at once: nobody who comes meanwhile keeps them again
    for (const one of fresh) one.kept = one.ideas.size;
    try {
      await this.database.query(KEEP, [...columns, counts, networks]);
    } catch (error) {
      fresh.forEach((one, at) => (one.kept -= counts[at]!));
      throw error;
    }
  }

  private today(): string {
    return this.clock.now().toISOString().slice(0, 10);
  }
}
