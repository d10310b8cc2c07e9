import { newId } from '../../src/shared/database/ids.js';
import { Challenge } from '../../src/features/challenges/challenge.entity.js';
import { PHASE_DEFAULTS } from '../../src/features/challenges/challenge.policy.js';
import { Phase, PhaseKind } from '../../src/features/challenges/phase.entity.js';
import { Locale } from '../../src/shared/errors/locale.js';
import type { TestApp } from './app.js';

const DAY = 86_400_000;

/**
 * A public challenge as the database holds it; by default in an IDEATION phase from yesterday to tomorrow.
 * `phases` are partial: without dates they follow each other from yesterday on, two days each.
 */
export async function createChallenge(
  t: TestApp,
  company: { id: string },
  options: Partial<Omit<Challenge, 'companyId'>> & { phases?: Partial<Phase>[] } = {},
): Promise<Challenge & { phases: Phase[] }> {
  const { phases: wanted = [{}], ...columns } = options;
  const id = newId();
  let start = t.clock.now().getTime() - DAY;
  const phases = wanted.map((phase, position) => {
    const kind = phase.kind ?? PhaseKind.IDEATION;
    const startsAt = phase.startsAt ?? new Date(start);
    const endsAt = phase.endsAt ?? new Date(startsAt.getTime() + 2 * DAY);
    start = endsAt.getTime();
    const row = { id: newId(), companyId: company.id, challengeId: id, position, ...PHASE_DEFAULTS[kind], ...phase };
    return t.database.manager.create(Phase, { ...row, kind, startsAt, endsAt });
  });
  const challenge = t.database.manager.create(Challenge, {
    id,
    companyId: company.id,
    slug: `challenge-${id}`,
    title: 'What should we do better?',
    language: Locale.EN,
    createdAt: t.clock.now(),
    createdById: columns.createdById ?? (await anyMember(t, company.id)),
    publishAt: phases[0]?.startsAt ?? null,
    startsAt: phases[0]?.startsAt ?? null,
    endsAt: phases.at(-1)?.endsAt ?? null,
    ...columns,
  });
  await t.database.manager.insert(Challenge, challenge);
  await t.database.manager.insert(Phase, phases);
  return Object.assign(challenge, { phases });
}

async function anyMember(t: TestApp, companyId: string): Promise<string> {
  const [row] = await t.database.query<{ id: string }>(
    'SELECT user_id AS id FROM membership WHERE company_id = $1 LIMIT 1',
    [companyId],
  );
  if (!row) throw new Error('Give the company a member first: a challenge is created by somebody');
  return row.id;
}
