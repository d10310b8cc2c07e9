import { Role } from '../../../shared/auth/role.js';
import { DecisionAct } from '../decisions/decision.entity.js';
import { isAboutAuthor } from '../decisions/decision.policy.js';
import { SanctionKind } from './sanction.entity.js';
import { countedSince, endOf, maySanction, nextStep, termOf } from './sanction.policy.js';

const NOW = new Date('2026-05-01T12:00:00Z');
const DAY = 86_400_000;
const bore = (kind: SanctionKind, days: number | null = null) => ({
  kind,
  startsAt: NOW,
  endsAt: days === null ? null : new Date(+NOW + days * DAY),
});

describe('a sanction', () => {
  it('ends after so many days, or says why it does not', () => {
    expect(endOf(termOf({ act: DecisionAct.SILENCE, days: 7 }), NOW)).toEqual(new Date('2026-05-08T12:00:00Z'));
    const open = termOf({ act: DecisionAct.SUSPEND, openBecause: 'Threats.' });
    expect(open).toMatchObject({ days: null, openBecause: 'Threats.' });
    expect(endOf(open, NOW)).toBeNull();
    expect(() => termOf({ act: DecisionAct.SUSPEND })).toThrow('VALIDATION_FAILED');
  });

  it('has no duration where it is a warning, and is nothing of what is done about items', () => {
    expect(termOf({ act: DecisionAct.WARN, days: 7 })).toMatchObject({ kind: SanctionKind.WARNING, days: null });
    expect(termOf({ act: DecisionAct.HIDE })).toBeNull();
    expect(Object.values(DecisionAct).filter(isAboutAuthor)).toEqual(['WARN', 'SILENCE', 'SUSPEND', 'EXCLUDE']);
  });

  it('is for those above whom it concerns', () => {
    const { CUSTOMER, EXPERT, MODERATOR, MANAGER, OWNER } = Role;
    for (const target of [null, CUSTOMER, EXPERT]) expect(maySanction(MODERATOR, target)).toBe(true);
    for (const target of [MODERATOR, MANAGER, OWNER]) expect(maySanction(MODERATOR, target)).toBe(false);
    expect(maySanction(OWNER, MANAGER)).toBe(true);
    expect(maySanction(OWNER, OWNER)).toBe(false);
  });
});

describe('the ladder', () => {
  const { WARNING, SILENCE, SUSPENSION } = SanctionKind;
  it.each([
    ['nothing', [], WARNING, null],
    ['a warning', [bore(WARNING)], SILENCE, 1],
    ['two warnings', [bore(WARNING), bore(WARNING)], SILENCE, 1],
    ['a day of silence', [bore(WARNING), bore(SILENCE, 1)], SILENCE, 7],
    ['a week of silence', [bore(SILENCE, 7), bore(SILENCE, 1)], SUSPENSION, 30],
    ['silence without end', [bore(SILENCE)], SUSPENSION, 30],
    ['a suspension', [bore(SUSPENSION, 3)], SUSPENSION, 30],
  ])('goes on from %s', (_, counted, kind, days) => {
    expect(nextStep(counted)).toMatchObject({ kind, days });
  });

  it('counts twelve months', () => expect(countedSince(NOW)).toEqual(new Date('2025-05-01T12:00:00Z')));
});
