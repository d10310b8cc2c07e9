import { Injectable } from '@nestjs/common';
import type { Transaction } from '../../shared/database/database.js';
import { Challenge } from './challenge.entity.js';
import type { PhasedChallenge } from './challenges.service.js';
import { Phase } from './phase.entity.js';

/** What a challenge has promised, for those who keep the promise. */
@Injectable()
export class ChallengePromise {
  /** Holds a challenge, so that it and its winners are changed one after the other; null where there is none. */
  async lock(tx: Transaction, id: string): Promise<PhasedChallenge | null> {
    const challenge = await tx.findOne(Challenge, { where: { id }, lock: { mode: 'for_no_key_update' } });
    if (!challenge) return null;
    return { challenge, phases: await tx.find(Phase, { where: { challengeId: id }, order: { position: 'ASC' } }) };
  }

  /** From the first announcement of winners on not even greater prizes can be promised. The caller holds the challenge. */
  async fix(tx: Transaction, challenge: Challenge, at: Date): Promise<void> {
    if (challenge.prizesFixedAt) return;
    challenge.prizesFixedAt = at;
    await tx.update(Challenge, challenge.id, { prizesFixedAt: at });
  }
}
