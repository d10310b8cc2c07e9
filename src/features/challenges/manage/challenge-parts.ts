import { In } from 'typeorm';
import type { Transaction } from '../../../shared/database/database.js';
import { newId } from '../../../shared/database/ids.js';
import { ChallengeExtension } from '../challenge-extension.entity.js';
import type { Challenge } from '../challenge.entity.js';
import type { CriterionInput } from './edit-challenge.inputs.js';
import type { PrizeInput } from './prize.input.js';
import { Criterion } from '../criterion.entity.js';
import { Phase } from '../phase.entity.js';
import type { PhasePlan } from './phase-plan.js';
import { Prize } from '../prize.entity.js';

/** The rows that belong to a challenge, as an editor sends them. */
export interface ChallengeParts {
  phases: Phase[];
  prizes: Required<PrizeInput>[];
  criteria: PlainCriterion[];
  /** phases that have an extension */
  extendedIds: string[];
}

type PlainCriterion = Pick<Criterion, 'name' | 'description' | 'weight'>;
type Owner = Pick<Challenge, 'id' | 'companyId'>;

/** A prize's own words, stored or given. */
export const plainPrize = ({
  place,
  title,
  kind,
  amountMinor,
  currency,
  points,
  shareBasisPoints,
}: PrizeInput): Required<PrizeInput> => ({
  place,
  title,
  kind,
  amountMinor: amountMinor ?? null,
  currency: currency ?? null,
  points: points ?? null,
  shareBasisPoints: shareBasisPoints ?? null,
});

export const byPlace = (a: PrizeInput, b: PrizeInput): number => a.place - b.place;

/** A criterion's own words, stored or given. */
export const plainCriterion = ({ name, description, weight }: CriterionInput): PlainCriterion => ({
  name,
  description: description ?? '',
  weight,
});

export async function loadParts(tx: Transaction, challengeId: string): Promise<Omit<ChallengeParts, 'phases'>> {
  const prizes = await tx.find(Prize, { where: { challengeId }, order: { place: 'ASC' } });
  const criteria = await tx.find(Criterion, { where: { challengeId }, order: { position: 'ASC' } });
  const extensions = await tx.findBy(ChallengeExtension, { challengeId });
  return {
    prizes: prizes.map(plainPrize),
    criteria: criteria.map(plainCriterion),
    extendedIds: extensions.map(({ phaseId }) => phaseId),
  };
}

/** Stores all prizes. The one of a place keeps its id: what is promised is still the same. */
export async function storePrizes(
  tx: Transaction,
  { id: challengeId, companyId }: Owner,
  prizes: PrizeInput[],
): Promise<void> {
  const stored = await tx.findBy(Prize, { challengeId });
  const gone = stored.filter(({ place }) => prizes.every((prize) => prize.place !== place));
  if (gone.length > 0) await tx.delete(Prize, { id: In(gone.map(({ id }) => id)) });
  const rows = prizes.map((prize) => {
    const id = stored.find(({ place }) => place === prize.place)?.id ?? newId();
    return { ...plainPrize(prize), id, companyId, challengeId };
  });
  if (rows.length > 0) await tx.upsert(Prize, rows, ['id']);
}

export async function replaceCriteria(
  tx: Transaction,
  { id: challengeId, companyId }: Owner,
  criteria: CriterionInput[],
): Promise<void> {
  await tx.delete(Criterion, { challengeId });
  const rows = criteria.map((criterion, position) => {
    return { ...plainCriterion(criterion), id: newId(), companyId, challengeId, position };
  });
  if (rows.length > 0) await tx.insert(Criterion, rows);
}

/** Stores the planned phases. The places are unique at every moment, so they are cleared first. */
export async function replacePhases(tx: Transaction, { id }: Owner, { phases, removed }: PhasePlan): Promise<void> {
  if (removed.length > 0) await tx.delete(Phase, { id: In(removed.map((phase) => phase.id)) });
  await tx.query('UPDATE phase SET position = -1 - position WHERE challenge_id = $1', [id]);
  if (phases.length > 0) await tx.upsert(Phase, phases, ['id']);
}
