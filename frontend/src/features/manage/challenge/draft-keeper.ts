import type { Client } from 'urql';
import type { EditedChallengeFragment } from '@/gql/graphql';
import { type Problem, toProblem } from '@/lib/errors';
import { dropKept, keep } from '@/lib/kept';
import { changedParts, merge } from '@/lib/merge';
import { createStore } from '@/lib/store';
import { type Beginning, placeOf } from './beginning';
import { type ChallengeValues, type Part, partsOf, valuesOf } from './challenge-values';
import { findingsOf, sendable } from './checks';
import { ChallengeToEdit, CreateChallenge, UpdateChallenge } from './documents';
import type { Limits } from './plan';

/** Where the newest words are: `waits` has parts that are not right yet, which stay on this device. */
export type Saving = 'clean' | 'here' | 'saving' | 'saved' | 'waits' | 'offline' | 'refused' | 'conflict';

/** Two people changed the same parts in different ways. */
export interface Conflict {
  newest: EditedChallengeFragment;
  clashes: Part[];
}

export interface DraftState {
  saving: Saving;
  savedAt: Date | null;
  problem: Problem | null;
  conflict: Conflict | null;
  /** As the server has it; none before the first save. */
  challenge: EditedChallengeFragment | undefined;
}

interface Place {
  companyId: string;
  viewerId: string;
  /** in whose way amounts are written */
  locale: string;
}

interface Outside {
  /** Puts other words into the form. */
  show: (values: ChallengeValues) => void;
  /** The draft has got its id. */
  made: (id: string) => void;
  /** Parts that somebody else has changed have come in. */
  theirs: (parts: Part[]) => void;
}

export const limitsOf = (challenge: EditedChallengeFragment | undefined, now = Date.now()): Limits => {
  const publishAt = challenge?.publishAt ? Date.parse(challenge.publishAt) : null;
  return { now, publishAt, isPublic: publishAt !== null && publishAt <= now };
};

/** The server has given new phases their ids: the next change is one of these, not more new ones. */
const withIds = (phases: ChallengeValues['phases'], stored: ChallengeValues['phases']) =>
  phases.length === stored.length ? phases.map((phase, index) => ({ ...phase, id: stored[index]!.id })) : phases;

/**
 * Keeps what is written: on this device at once, and on the server when told to save. One save at a time; a change of
 * somebody else is merged part by part, and where both changed the same, the person chooses.
 */
export class DraftKeeper {
  readonly state;
  private values: ChallengeValues;
  /** what the form held when it was saved: parts that differ from it are to be sent */
  private sent: Partial<ChallengeValues>;
  /** the same as the server tells it */
  private stored: ChallengeValues | null;
  private busy = false;

  constructor(
    private readonly client: Client,
    private readonly place: Place,
    beginning: Beginning,
    private readonly outside: Outside,
  ) {
    const { challenge, values, sent, stored, conflict, restoredAt } = beginning;
    this.values = values;
    this.sent = sent;
    this.stored = stored;
    this.state = createStore<DraftState>({
      saving: conflict ? 'conflict' : restoredAt ? 'here' : 'clean',
      savedAt: null,
      problem: null,
      conflict,
      challenge,
    });
  }

  get unsent(): Part[] {
    return changedParts(this.sent as ChallengeValues, this.values);
  }

  /** Somebody has typed. Answers whether there is something to save. */
  write(values: ChallengeValues): boolean {
    this.values = values;
    const { saving, challenge } = this.state.get();
    if (this.unsent.length > 0) {
      keep(this.key, values, this.stored);
      if (!['saving', 'conflict', 'offline'].includes(saving)) this.tell({ saving: 'here' });
      return true;
    }
    // taken back: what was kept of it must not return
    if (!['saving', 'conflict'].includes(saving)) this.rest([], challenge);
    return false;
  }

  /** Sends what has changed and is right. */
  async save(): Promise<void> {
    if (this.busy || this.state.get().conflict) return;
    this.busy = true;
    while (await this.saveOnce());
    this.busy = false;
  }

  /** Takes over what has been saved elsewhere, beside what is being written here. */
  adopt(newest: EditedChallengeFragment): void {
    const { challenge, conflict } = this.state.get();
    if (this.busy || conflict || (challenge && newest.version <= challenge.version)) return;
    this.mergeWith(newest);
  }

  /** After a conflict: goes on with one's own words where both changed the same, or with the other's. */
  settle(whose: 'mine' | 'theirs'): void {
    const { conflict } = this.state.get();
    if (!conflict) return;
    const theirs = this.valuesOf(conflict.newest);
    const { merged } = merge({ base: this.stored ?? theirs, theirs, mine: this.values, touched: this.unsent });
    for (const part of whose === 'theirs' ? conflict.clashes : []) Object.assign(merged, { [part]: theirs[part] });
    this.sent = this.stored = theirs;
    this.tell({ conflict: null, challenge: conflict.newest, saving: 'clean' });
    this.take(merged);
  }

  /** Back to what everybody reads. */
  discard(): void {
    if (!this.stored) return;
    this.sent = this.stored;
    this.tell({ saving: 'clean', problem: null });
    this.take(this.stored);
  }

  private get key(): string {
    return placeOf(this.place.viewerId, this.place.companyId, this.state.get().challenge?.id);
  }

  private tell(changes: Partial<DraftState>): void {
    this.state.set({ ...this.state.get(), ...changes });
  }

  private valuesOf(challenge: EditedChallengeFragment): ChallengeValues {
    return valuesOf(challenge, this.place.locale);
  }

  private take(values: ChallengeValues): void {
    this.outside.show(values);
    this.write(values);
  }

  /** Answers whether there is more to send. */
  private async saveOnce(): Promise<boolean> {
    const { challenge } = this.state.get();
    const { values, unsent } = this;
    // a template is nobody's challenge before somebody has changed it; then all of it is
    const wanted = challenge || unsent.length === 0 ? unsent : (Object.keys(values) as Part[]);
    const parts = sendable(findingsOf(values, limitsOf(challenge), this.place.locale), wanted);
    if (parts.length === 0 || (!challenge && !parts.includes('title'))) return this.rest(unsent, challenge);
    this.tell({ saving: 'saving' });
    const { newest, problem } = await this.send(challenge, partsOf(values, parts, this.place.locale));
    if (newest) {
      this.taken(newest, values, parts);
      return true;
    }
    if (problem.code === 'CONFLICT' && challenge) return this.reconcile(challenge.id);
    this.tell({ saving: problem.code === 'OFFLINE' ? 'offline' : 'refused', problem });
    return false;
  }

  private rest(unsent: Part[], challenge: EditedChallengeFragment | undefined): false {
    if (unsent.length === 0) dropKept(this.key);
    const { savedAt } = this.state.get();
    this.tell({ saving: unsent.length > 0 ? (challenge ? 'waits' : 'here') : savedAt ? 'saved' : 'clean' });
    return false;
  }

  private async send(
    challenge: EditedChallengeFragment | undefined,
    parts: object,
  ): Promise<{ newest: EditedChallengeFragment; problem?: never } | { newest?: never; problem: Problem }> {
    if (challenge) {
      const input = { challengeId: challenge.id, version: challenge.version, ...parts };
      const { data, error } = await this.client.mutation(UpdateChallenge, { input }).toPromise();
      return data ? { newest: data.updateChallenge } : { problem: toProblem(error!) };
    }
    const input = { companyId: this.place.companyId, ...parts } as never;
    const { data, error } = await this.client.mutation(CreateChallenge, { input }).toPromise();
    return data ? { newest: data.createChallenge } : { problem: toProblem(error!) };
  }

  private taken(challenge: EditedChallengeFragment, values: ChallengeValues, parts: Part[]): void {
    const stored = this.valuesOf(challenge);
    const asWritten = Object.fromEntries(parts.map((part) => [part, values[part]]));
    const sent = { ...stored, ...asWritten };
    if (parts.includes('phases')) sent.phases = withIds(values.phases, stored.phases);
    const isNew = !this.state.get().challenge;
    if (isNew) dropKept(this.key);
    this.sent = sent;
    this.stored = stored;
    this.tell({ challenge, savedAt: new Date(), problem: null });
    if (isNew) this.outside.made(challenge.id);
    if (sent.phases !== values.phases && this.values.phases === values.phases)
      this.take({ ...this.values, phases: sent.phases });
  }

  private async reconcile(id: string): Promise<boolean> {
    const options = { requestPolicy: 'network-only' } as const;
    const { data, error } = await this.client.query(ChallengeToEdit, { id }, options).toPromise();
    if (data?.challenge) return this.mergeWith(data.challenge);
    this.tell(error ? { saving: 'offline', problem: toProblem(error) } : { saving: 'refused' });
    return false;
  }

  /** Answers whether both go together. */
  private mergeWith(newest: EditedChallengeFragment): boolean {
    const theirs = this.valuesOf(newest);
    const before = { base: this.stored ?? theirs, theirs, mine: this.values, touched: this.unsent };
    const { merged, changed, clashes } = merge(before);
    if (clashes.length > 0) {
      this.tell({ conflict: { newest, clashes }, saving: 'conflict' });
      return false;
    }
    this.sent = this.stored = theirs;
    this.tell({ challenge: newest });
    if (changed.length === 0) return true;
    this.take(merged);
    this.outside.theirs(changed);
    return true;
  }
}
