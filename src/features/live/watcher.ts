import { IdeaVisibility } from '../ideas/idea.entity.js';
import type { IdeaPulse } from '../ideas/reading/idea-pulse.service.js';
import type { LiveArgs, LiveChange, LiveComment } from './live.types.js';
import type { IdeaSignal } from './signal.js';

/** What a viewer may see in a company. */
export interface Sight {
  enters: boolean;
  /** sees the counts that a phase hides */
  moderates: boolean;
}

/** What the processes have read once for all who look. */
export interface News {
  /** the number of the reading, which grows with its beginning */
  reading: number;
  signals: IdeaSignal[];
  pulses: Map<string, IdeaPulse>;
  comments: Map<string, LiveComment[]>;
}

/** Who is slow reads anew what is beyond. */
const MOST_NEW = 100;

/**
 * One subscription: gathers what its viewer may know of, until they take it. However slow they are, it keeps no more
 * than the newest of each idea.
 */
export class Watcher implements AsyncIterableIterator<LiveChange> {
  readonly ideaIds: ReadonlySet<string>;
  private readonly told = new Set<string>();
  private readonly ideas = new Map<string, LiveChange['ideas'][number]>();
  /** of each idea, the reading that was told last */
  private readonly readings = new Map<string, number>();
  private publishedIdeaIds: string[] = [];
  private comments: LiveComment[] = [];
  private whole = false;
  private ended = false;
  private taker?: (result: IteratorResult<LiveChange>) => void;

  constructor(
    readonly args: LiveArgs,
    readonly userId: string | null,
    public sight: Sight,
    private readonly onEnd: (watcher: Watcher) => void,
  ) {
    this.ideaIds = new Set(args.ideaIds);
  }

  /** The one idea whose comments are told. */
  get discussed(): string | null {
    const [only] = this.ideaIds;
    return this.ideaIds.size === 1 ? only! : null;
  }

  hears({ idea, published }: IdeaSignal): boolean {
    return this.ideaIds.has(idea) || published === true;
  }

  /** What has changed, as far as it concerns this viewer. */
  tell({ reading, signals, pulses, comments }: News): void {
    for (const signal of signals) {
      const pulse = pulses.get(signal.idea);
      if (!pulse || !this.hears(signal)) continue;
      if (signal.published && isPublic(pulse) && this.isPlaceOf(pulse)) this.publishedIdeaIds.push(pulse.id);
      if (!this.ideaIds.has(pulse.id)) continue;
      // when somebody votes is as secret as for what
      if (!signal.facts && !this.seesCounts(pulse)) continue;
      this.show(reading, pulse, signal.answered);
      if (isPublic(pulse) && pulse.id === this.discussed) this.comments.push(...(comments.get(pulse.id) ?? []));
    }
    this.wake();
  }

  /** All there is. */
  tellWhole(reading: number, pulses: IdeaPulse[], publishedIdeaIds: string[], comments: LiveComment[]): void {
    this.whole = true;
    for (const pulse of pulses) if (pulse.companyId === this.args.companyId) this.show(reading, pulse);
    this.publishedIdeaIds.unshift(...publishedIdeaIds);
    if (this.discussed && this.told.has(this.discussed)) this.comments.unshift(...comments);
    this.wake();
  }

  next(): Promise<IteratorResult<LiveChange>> {
    if (this.ended) return Promise.resolve(OVER);
    const change = this.take();
    if (change) return Promise.resolve({ done: false, value: change });
    return new Promise((taker) => (this.taker = taker));
  }

  return(): Promise<IteratorResult<LiveChange>> {
    this.end();
    return Promise.resolve(OVER);
  }

  [Symbol.asyncIterator](): this {
    return this;
  }

  end(): void {
    if (this.ended) return;
    this.ended = true;
    this.onEnd(this);
    this.taker?.(OVER);
  }

  private seesCounts(pulse: IdeaPulse): boolean {
    return pulse.countsShown || this.sight.moderates;
  }

  private isPlaceOf({ challengeId }: IdeaPulse): boolean {
    const { args } = this;
    return args.challengeId ? challengeId === args.challengeId : !args.ideaBoxOnly || challengeId === null;
  }

  /**
   * Of what is not public nothing is told, but that it was so once. What began to be read before what was told last may
   * be older than that, whichever of them took longer.
   */
  private show(reading: number, pulse: IdeaPulse, answered = false): void {
    const { id: ideaId } = pulse;
    if (reading < (this.readings.get(ideaId) ?? 0)) return;
    this.readings.set(ideaId, reading);
    if (isPublic(pulse)) {
      this.told.add(ideaId);
      const { id, companyId, challengeId, status, commentCount } = pulse;
      const { upCount, downCount, score } = this.seesCounts(pulse) ? pulse : HIDDEN;
      const seen = { id, companyId, challengeId, status, commentCount, upCount, downCount, score };
      this.ideas.set(ideaId, { ideaId, seen, answered: answered || (this.ideas.get(ideaId)?.answered ?? false) });
    } else if (this.told.delete(ideaId)) this.ideas.set(ideaId, { ideaId, seen: null, answered: false });
  }

  private wake(): void {
    if (!this.taker) return;
    const change = this.take();
    if (!change) return;
    const { taker } = this;
    this.taker = undefined;
    taker({ done: false, value: change });
  }

  private take(): LiveChange | undefined {
    if (!this.whole && this.ideas.size + this.publishedIdeaIds.length + this.comments.length === 0) return undefined;
    const change: LiveChange = {
      whole: this.whole,
      ideas: [...this.ideas.values()],
      publishedIdeaIds: [...new Set(this.publishedIdeaIds)].slice(-MOST_NEW),
      comments: this.comments.slice(-MOST_NEW),
    };
    this.whole = false;
    this.ideas.clear();
    this.publishedIdeaIds = [];
    this.comments = [];
    return change;
  }
}

const OVER: IteratorReturnResult<undefined> = { done: true, value: undefined };
const HIDDEN = { upCount: null, downCount: null, score: null };
const isPublic = ({ visibility }: IdeaPulse): boolean => visibility === IdeaVisibility.PUBLISHED;
