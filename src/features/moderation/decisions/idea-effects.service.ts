import { Injectable } from '@nestjs/common';
import type { Transaction } from '../../../shared/database/database.js';
import { invalidField } from '../../../shared/errors/validation.js';
import { IdeaVisibility } from '../../ideas/idea.entity.js';
import { IdeaMasking } from '../../ideas/moderation/idea-masking.service.js';
import { IdeaModeration } from '../../ideas/moderation/idea-moderation.service.js';
import { IdeaMoving } from '../../ideas/moderation/idea-moving.service.js';
import { type Decision, DecisionAct, type Effect } from './decision.entity.js';
import { Aspect } from './decision.policy.js';
import { IdeaMerging } from './idea-merging.service.js';
import { type Act, HIDDEN_AS, type Item } from './effects.js';

/** What decisions do to ideas. */
@Injectable()
export class IdeaEffects {
  constructor(
    private readonly ideas: IdeaModeration,
    private readonly masking: IdeaMasking,
    private readonly moving: IdeaMoving,
    private readonly merging: IdeaMerging,
  ) {}

  /** @throws DomainError CONFLICT when the idea is not there any more, VALIDATION_FAILED, OWN_CONTENT */
  async apply(tx: Transaction, item: Item, decision: Omit<Decision, 'effect'>, how: Act): Promise<Effect> {
    const { act, decidedById: actorId } = decision;
    const [ideaId, reason] = [decision.ideaId!, how.reason];
    const to = HIDDEN_AS[act];
    if (to) return { idea: await this.ideas.hide(tx, ideaId, actorId, { to: IdeaVisibility[to], reason }) };
    switch (act) {
      case DecisionAct.LOCK:
        return { locked: await this.ideas.lock(tx, ideaId, true) };
      case DecisionAct.MERGE: {
        const mergedInto = how.details.targetIdeaId ?? '';
        return { mergedInto, idea: await this.merging.merge(tx, decision, mergedInto) };
      }
      case DecisionAct.MASK: {
        const maskedIdea = await this.masking.mask(tx, ideaId, actorId!, toMask(how));
        return { maskedIdea, ...(await this.publish(tx, item, ideaId, actorId!)) };
      }
      case DecisionAct.MOVE: {
        const to = placeOf(how);
        const challengeId = await this.moving.move(tx, how.access!.company, ideaId, actorId!, to);
        return { movedFrom: { challengeId }, ...(await this.publish(tx, item, ideaId, actorId!)) };
      }
      default:
        return this.publish(tx, item, ideaId, actorId!);
    }
  }

  /** Puts back what was there, but for what a later decision has changed again. */
  async undo(tx: Transaction, decision: Decision, actorId: string, covered: Aspect[]): Promise<void> {
    const { idea, locked, maskedIdea, mergedInto, movedFrom } = decision.effect;
    const [ideaId, lies] = [decision.ideaId!, (aspect: Aspect) => !covered.includes(aspect)];
    if (movedFrom && lies(Aspect.PLACE)) await this.moving.put(tx, ideaId, actorId, movedFrom.challengeId);
    if (maskedIdea && lies(Aspect.TEXT)) await this.masking.unmask(tx, ideaId, actorId, maskedIdea);
    if (locked !== undefined && lies(Aspect.LOCK)) await this.ideas.lock(tx, ideaId, locked);
    if (!idea || !lies(Aspect.SIGHT)) return;
    await this.ideas.restore(tx, ideaId, actorId, idea);
    if (mergedInto) await this.merging.release(tx, decision, mergedInto, actorId);
  }

  /** Before any other lock is taken. */
  lock(tx: Transaction, companyId: string, ideaIds: (string | null | undefined)[]): Promise<void> {
    return this.merging.lock(tx, companyId, ideaIds);
  }

  private async publish(tx: Transaction, { visibility }: Item, ideaId: string, actorId: string): Promise<Effect> {
    return visibility === 'HELD' ? { idea: await this.ideas.publishHeld(tx, ideaId, actorId) } : {};
  }
}

/** @throws DomainError VALIDATION_FAILED where nothing is named */
export function toMask({ details }: Act): { passages: string[]; attachmentIds: string[] } {
  const [passages, attachmentIds] = [details.passages ?? [], details.attachmentIds ?? []];
  if (passages.length + attachmentIds.length === 0) throw nothingToMask();
  return { passages, attachmentIds };
}

/** The idea box must be said, too: it is not what was forgotten. */
function placeOf({ details: { challengeId } }: Act): string | null {
  if (challengeId === undefined) throw placeMissing();
  return challengeId;
}

const nothingToMask = () =>
  invalidField('passages', 'EMPTY', {
    en: 'Say what nobody shall read.',
    es: 'Indica qué no debe leer nadie.',
    it: 'Indica che cosa nessuno deve leggere.',
  });

const placeMissing = () =>
  invalidField('challengeId', 'EMPTY', {
    en: 'Say where it belongs.',
    es: 'Indica dónde va.',
    it: 'Indica dove va.',
  });
