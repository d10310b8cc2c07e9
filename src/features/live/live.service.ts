import { Injectable, Logger, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common';
import { Role, roleAtLeast } from '../../shared/auth/role.js';
import type { Viewer } from '../../shared/auth/viewer.js';
import { commonErrors } from '../../shared/errors/common.errors.js';
import { Realtime } from '../../shared/realtime/realtime.js';
import { ChallengesService } from '../challenges/challenges.service.js';
import { CommentsService } from '../comments/comments.service.js';
import { MembershipsService } from '../companies/memberships.service.js';
import { IdeaPulseService } from '../ideas/reading/idea-pulse.service.js';
import type { LiveArgs, LiveComment } from './live.types.js';
import { EVERYWHERE, type IdeaSignal, type Signal } from './signal.js';
import { Watcher } from './watcher.js';

const NEWEST = 20;
/** How often it is looked whether watchers may still see what they see. */
const RECHECK_MS = 60_000;
/** After a gap all read anew, but not all at once. */
const SPREAD_MS = 3_000;

/**
 * Those who look at something in this process, and what they are told. What has changed is read once for all of them:
 * another watcher costs no statement.
 */
@Injectable()
export class LiveService implements OnApplicationBootstrap, OnApplicationShutdown {
  private readonly log = new Logger(LiveService.name);
  private readonly byCompany = new Map<string, Set<Watcher>>();
  private timer?: NodeJS.Timeout;
  /** one after the other: what was read before must not arrive after what was read later */
  private turn: Promise<void> = Promise.resolve();
  private readings = 0;

  constructor(
    private readonly realtime: Realtime,
    private readonly memberships: MembershipsService,
    private readonly challenges: ChallengesService,
    private readonly pulses: IdeaPulseService,
    private readonly comments: CommentsService,
  ) {}

  onApplicationBootstrap(): void {
    this.realtime.listen({
      hear: (messages) => (this.turn = this.turn.then(() => this.quietly(this.hear(messages as Signal[])))),
      missed: () => this.tellAllAnew(),
    });
    this.timer = setInterval(() => void this.quietly(this.recheck([...this.byCompany.keys()])), RECHECK_MS).unref();
  }

  onApplicationShutdown(): void {
    clearInterval(this.timer);
    for (const watcher of this.watchers()) watcher.end();
  }

  /**
   * From now on what changes there, as far as the viewer may see it.
   * @throws DomainError NOT_FOUND
   */
  async watch(viewer: Viewer | null, args: LiveArgs): Promise<Watcher> {
    const { companyId, challengeId } = args;
    const { company, membership } = challengeId
      ? await this.challenges.visible(viewer, challengeId)
      : await this.memberships.visible(viewer, companyId);
    if (company.id !== companyId) throw commonErrors.NOT_FOUND();
    const sight = { enters: true, moderates: roleAtLeast(membership?.role, Role.MODERATOR) };
    const watcher = new Watcher(args, viewer?.userId ?? null, sight, (gone) => this.forget(gone));
    const others = this.byCompany.get(companyId) ?? new Set();
    this.byCompany.set(companyId, others.add(watcher));
    try {
      // what changes from here on is heard, so nothing falls between the two
      await this.tellWhole(watcher);
    } catch (error) {
      watcher.end();
      throw error;
    }
    return watcher;
  }

  private async tellWhole(watcher: Watcher): Promise<void> {
    const { args, ideaIds, discussed } = watcher;
    const reading = ++this.readings;
    const [pulses, published, comments] = await Promise.all([
      ideaIds.size > 0 ? this.pulses.of([...ideaIds]) : [],
      this.pulses.newest(args, NEWEST),
      discussed ? this.comments.newest(discussed, NEWEST) : [],
    ]);
    watcher.tellWhole(reading, pulses, published, comments);
  }

  private async hear(signals: Signal[]): Promise<void> {
    const access = signals.flatMap((signal) => ('access' in signal ? [signal.access] : []));
    const companies = access.includes(EVERYWHERE) ? [...this.byCompany.keys()] : access;
    // first who may hear it, then what there is to hear
    await this.recheck(companies);
    const ideas = signals.filter((signal): signal is IdeaSignal => 'idea' in signal && this.isHeard(signal));
    if (ideas.length === 0) return;
    const reading = ++this.readings;
    const [pulses, comments] = await Promise.all([
      this.pulses.of(ideas.map(({ idea }) => idea)),
      this.newComments(ideas.flatMap(({ comments = [] }) => comments)),
    ]);
    const byId = new Map(pulses.map((pulse) => [pulse.id, pulse]));
    for (const company of new Set(ideas.map(({ company }) => company))) {
      const news = { reading, signals: ideas.filter((signal) => signal.company === company), pulses: byId, comments };
      for (const watcher of this.byCompany.get(company) ?? []) watcher.tell(news);
    }
  }

  private isHeard(signal: IdeaSignal): boolean {
    return [...(this.byCompany.get(signal.company) ?? [])].some((watcher) => watcher.hears(signal));
  }

  private async newComments(ids: string[]): Promise<Map<string, LiveComment[]>> {
    const found = new Map<string, LiveComment[]>();
    if (ids.length === 0) return found;
    for (const comment of await this.comments.published(ids))
      found.set(comment.ideaId, [...(found.get(comment.ideaId) ?? []), comment]);
    return found;
  }

  /** Ends the watch of those who may no longer see these companies. */
  private async recheck(companyIds: string[]): Promise<void> {
    for (const companyId of new Set(companyIds)) {
      const watchers = [...(this.byCompany.get(companyId) ?? [])];
      if (watchers.length === 0) continue;
      const userIds = [...new Set(watchers.flatMap(({ userId }) => userId ?? []))];
      const found = await this.memberships.rolesIn(companyId, userIds);
      for (const watcher of watchers) {
        const role = watcher.userId ? found?.roles.get(watcher.userId) : undefined;
        watcher.sight = { enters: Boolean(found?.isPublic || role), moderates: roleAtLeast(role, Role.MODERATOR) };
        if (!watcher.sight.enters) watcher.end();
      }
    }
  }

  private tellAllAnew(): void {
    for (const watcher of this.watchers()) {
      const act = () => void this.quietly(this.tellWhole(watcher));
      setTimeout(act, Math.random() * SPREAD_MS).unref();
    }
  }

  private watchers(): Watcher[] {
    return [...this.byCompany.values()].flatMap((watchers) => [...watchers]);
  }

  private forget(watcher: Watcher): void {
    const { companyId } = watcher.args;
    const others = this.byCompany.get(companyId);
    others?.delete(watcher);
    if (others?.size === 0) this.byCompany.delete(companyId);
  }

  private quietly(work: Promise<void>): Promise<void> {
    return work.catch((error: Error) => this.log.warn(`Not told: ${error.message}`));
  }
}
