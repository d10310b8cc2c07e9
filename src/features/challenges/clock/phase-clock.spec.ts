import fc from 'fast-check';
import type { Challenge } from '../challenge.entity.js';
import {
  ChallengeState,
  challengeState,
  currentPhase,
  nextPhase,
  PHASE_DEFAULTS,
  permissionsAt,
} from '../challenge.policy.js';
import { type Phase, PhaseKind } from '../phase.entity.js';
import { dueTransitions, nextBoundary } from './phase-clock.policy.js';

const DAY = 86_400_000;
const T0 = Date.UTC(2026, 0, 1);
const at = (ms: number) => new Date(T0 + ms);

/** Phases in order, with gaps of any length, none included; times in ms from T0. */
const phasesArb = fc
  .array(fc.tuple(fc.nat(10), fc.integer({ min: 1, max: 10 }), fc.constantFrom(...Object.values(PhaseKind))), {
    minLength: 1,
    maxLength: 6,
  })
  .map((parts) => {
    let time = 0;
    return parts.map(([gap, length, kind], position) => {
      const startsAt = at((time += gap));
      const endsAt = at((time += length));
      const dates = { startsAt, endsAt, startedEventAt: null, endedEventAt: null };
      return { id: `p${position}`, kind, position, ...dates, ...PHASE_DEFAULTS[kind] } as Phase;
    });
  });

const challengeOf = (phases: Phase[], changes: Partial<Challenge> = {}): Challenge =>
  ({
    id: 'c',
    companyId: 'k',
    publishAt: at(-5),
    startsAt: phases[0]!.startsAt,
    endsAt: phases.at(-1)!.endsAt,
    closedAt: null,
    archivedAt: null,
    publishedEventAt: null,
    ...changes,
  }) as Challenge;

describe('the phase of a moment', () => {
  it('is at most one, and starts inclusive, ends exclusive', () => {
    fc.assert(
      fc.property(phasesArb, fc.integer({ min: -3, max: 130 }), (phases, ms) => {
        const now = at(ms);
        const lasting = phases.filter(({ startsAt, endsAt }) => startsAt <= now && now < endsAt);
        expect(lasting.length).toBeLessThanOrEqual(1);
        expect(currentPhase(phases, now)).toBe(lasting[0] ?? null);
      }),
    );
  });

  it('decides alone: its first millisecond allows, the first one after it does not', () => {
    fc.assert(
      fc.property(phasesArb, (phases) => {
        for (const phase of phases) {
          const challenge = challengeOf(phases);
          const rights = {
            submit: phase.maySubmit,
            edit: phase.mayEdit,
            comment: phase.mayComment,
            vote: phase.mayVote,
          };
          expect(permissionsAt(challenge, phases, phase.startsAt)).toMatchObject(rights);
          expect(permissionsAt(challenge, phases, new Date(+phase.endsAt - 1))).toMatchObject(rights);
          const after = permissionsAt(challenge, phases, phase.endsAt);
          const next = currentPhase(phases, phase.endsAt);
          expect(after.vote).toBe(next?.mayVote ?? false);
          expect(after.submit).toBe(next?.maySubmit ?? false);
        }
      }),
    );
  });

  it('allows nothing in drafts, before publication, and after closing or archiving', () => {
    fc.assert(
      fc.property(phasesArb, fc.integer({ min: -3, max: 130 }), (phases, ms) => {
        const now = at(ms);
        const nothing = { submit: false, edit: false, comment: false, vote: false };
        for (const changes of [
          { publishAt: null },
          { publishAt: at(ms + 1) },
          { closedAt: at(0) },
          { archivedAt: at(0) },
        ]) {
          expect(permissionsAt(challengeOf(phases, changes), phases, now)).toMatchObject(nothing);
        }
      }),
    );
  });

  it('hides the counts from the voting on, until another phase shows them', () => {
    const voting = { startsAt: at(0), endsAt: at(DAY), ...PHASE_DEFAULTS.VOTING };
    const decision = { startsAt: at(2 * DAY), endsAt: at(3 * DAY), ...PHASE_DEFAULTS.DECISION };
    const phases = [voting, decision] as Phase[];
    const visible = (ms: number) => permissionsAt(challengeOf(phases), phases, at(ms)).countsVisible;
    expect([0, DAY, 2 * DAY, 3 * DAY].map(visible)).toEqual([false, false, true, true]);
    expect(visible(2 * DAY - 1)).toBe(false);
  });
});

describe('the state of a challenge', () => {
  it('only ever goes forward', () => {
    const order = Object.values(ChallengeState);
    fc.assert(
      fc.property(phasesArb, fc.array(fc.integer({ min: -10, max: 130 }), { minLength: 2 }), (phases, moments) => {
        const challenge = challengeOf(phases);
        const states = moments.sort((a, b) => a - b).map((ms) => order.indexOf(challengeState(challenge, at(ms))));
        expect(states).toEqual([...states].sort((a, b) => a - b));
      }),
    );
  });

  it('knows what comes next', () => {
    fc.assert(
      fc.property(phasesArb, fc.integer({ min: -3, max: 130 }), (phases, ms) => {
        const next = nextPhase(phases, at(ms));
        expect(next).toBe(phases.find(({ startsAt }) => startsAt > at(ms)) ?? null);
      }),
    );
  });
});

describe('the events of the clock', () => {
  /** Asks at these moments, noting each time what was told, as the service does. */
  function tell(challenge: Challenge, phases: Phase[], moments: number[]) {
    return moments.flatMap((ms) => {
      const due = dueTransitions(challenge, phases, at(ms));
      if (due.publishedNow) challenge.publishedEventAt = at(ms);
      for (const phase of due.started) phase.startedEventAt = at(ms);
      for (const phase of due.ended) phase.endedEventAt = at(ms);
      return due.events;
    });
  }
  const copy = (phases: Phase[]) => phases.map((phase) => ({ ...phase }));

  it('are the same, each once and in order, whenever it is asked', () => {
    fc.assert(
      fc.property(
        phasesArb,
        fc.array(fc.integer({ min: -10, max: 130 })),
        fc.integer({ min: -9, max: 0 }),
        (phases, moments, publish) => {
          const end = 1000;
          const publishAt = at(publish);
          const atOnce = tell(challengeOf(phases, { publishAt }), copy(phases), [end]);
          const bySteps = tell(challengeOf(phases, { publishAt }), copy(phases), [
            ...moments.sort((a, b) => a - b),
            end,
          ]);
          expect(bySteps).toEqual(atOnce);
          const times = atOnce.map(({ occurredAt }) => +occurredAt);
          expect(times).toEqual([...times].sort((a, b) => a - b));
          const types = atOnce.map(({ type }) => type);
          expect(types.filter((type) => type === 'PhaseStarted')).toHaveLength(phases.length);
          expect(types.filter((type) => type === 'PhaseEnded')).toHaveLength(phases.length);
          expect(types.slice(0, 3)).toEqual(['ChallengePublished', 'ChallengeOpened', 'PhaseStarted']);
          expect(types.slice(-2)).toEqual(['PhaseEnded', 'ChallengeClosed']);
          expect(types.filter((type) => type.startsWith('Challenge'))).toHaveLength(3);
        },
      ),
    );
  });

  it('come at every boundary that the alarm names, and at no other moment', () => {
    fc.assert(
      fc.property(phasesArb, (phases) => {
        const [challenge, own] = [challengeOf(phases), copy(phases)];
        let now = at(-100);
        let told = 0;
        for (let next = nextBoundary(challenge, own, now); next; next = nextBoundary(challenge, own, now)) {
          expect(tell(challenge, own, [+next - T0 - 1])).toEqual([]);
          told += tell(challenge, own, [+next - T0]).length;
          now = next;
        }
        expect(told).toBe(3 + 2 * phases.length);
      }),
    );
  });

  it('are none for drafts and for what was closed', () => {
    fc.assert(
      fc.property(phasesArb, (phases) => {
        for (const changes of [{ publishAt: null }, { closedAt: at(1) }]) {
          expect(tell(challengeOf(phases, changes), copy(phases), [1000])).toEqual([]);
          expect(nextBoundary(challengeOf(phases, changes), phases, at(-100))).toBeNull();
        }
      }),
    );
  });
});
