import { Role } from '../../../shared/auth/role.js';
import { flagWeight, hides } from './flag.policy.js';

const customer = (trustLevel: number) => ({ role: Role.CUSTOMER, trustLevel });
const NEVER_DECIDED = { upheld: 0, rejected: 0 };

describe('the weight of a flag', () => {
  it('grows with trust, and staff’s weighs most', () => {
    expect([0, 1, 2, 3].map((level) => flagWeight(customer(level), NEVER_DECIDED))).toEqual([1, 2, 3, 4]);
    for (const role of [Role.EXPERT, Role.MODERATOR, Role.OWNER])
      expect(flagWeight({ role, trustLevel: 0 }, NEVER_DECIDED)).toBe(6);
  });

  it('does not judge by five flags', () => {
    expect(flagWeight(customer(1), { upheld: 5, rejected: 0 })).toBe(2);
    expect(flagWeight(customer(1), { upheld: 0, rejected: 5 })).toBe(2);
  });

  it('is moved by accuracy, about seventy percent, and the more the more were decided', () => {
    expect(flagWeight(customer(1), { upheld: 7, rejected: 3 })).toBe(2);
    expect(flagWeight(customer(1), { upheld: 16, rejected: 0 })).toBe(12);
    expect(flagWeight(customer(1), { upheld: 64, rejected: 0 })).toBe(17);
    expect(flagWeight(customer(3), { upheld: 4, rejected: 4 })).toBeLessThan(4);
  });

  it('of who abuses it is next to nothing, and never nothing', () => {
    expect(flagWeight(customer(3), { upheld: 0, rejected: 16 })).toBe(0.1);
    expect(flagWeight({ role: Role.MODERATOR, trustLevel: 0 }, { upheld: 0, rejected: 1000 })).toBe(0.1);
  });
});

describe('what is hidden before a moderator looks', () => {
  const settings = { hideFlaggers: 3, hideWeight: 8.33 };

  it('takes enough people and enough weight', () => {
    expect(hides({ flaggers: 3, weight: 9 }, settings)).toBe(true);
    expect(hides({ flaggers: 3, weight: 8.3 }, settings)).toBe(false);
    expect(hides({ flaggers: 2, weight: 40 }, settings)).toBe(false);
  });

  it('is never one person’s act, whatever the settings', () => {
    expect(hides({ flaggers: 1, weight: 1000 }, { hideFlaggers: 1, hideWeight: 1 })).toBe(false);
  });
});
