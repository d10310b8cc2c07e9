import { Injectable } from '@nestjs/common';
import type { Transaction } from '../../../shared/database/database.js';
import { invalidField } from '../../../shared/errors/validation.js';
import type { Company } from '../../companies/company.entity.js';
import { IdeaVisibility } from '../../ideas/idea.entity.js';
import { IdeasService } from '../../ideas/ideas.service.js';
import { IdeaMasking, type ToMask } from '../../ideas/moderation/idea-masking.service.js';
import { IdeaModeration } from '../../ideas/moderation/idea-moderation.service.js';
import { IdeaMoving } from '../../ideas/moderation/idea-moving.service.js';
import { type Decision, DecisionAct, type Effect } from './decision.entity.js';
import { Aspect, coveredBy } from './decision.policy.js';
import { IdeaMerging } from './idea-merging.service.js';
import { type Act, HIDDEN_AS, type Item } from './effects.js';

/** What decisions do to ideas. */
@Injectable()
export class IdeaEffects {
  constructor(
    private readonly allIdeas: IdeasService,
    private readonly ideas: IdeaModeration,
    private readonly masking: IdeaMasking,
    private readonly moving: IdeaMoving,
    private readonly merging: IdeaMerging,
  ) {}

  /** @throws DomainError CONFLICT when the idea is not there any more, VALIDATION_FAILED, OWN_CONTENT */
  async apply(tx: Transaction, item: Item, decision: Omit<Decision, 'effect'>, how: Act): Promise<Effect> {
    const { act, decidedById: actorId } = decision;
    const [ideaId, reason] = [decision.ideaId!, how.reason];
    const { heldFor } = how;
    if (heldFor) return { heldFor, idea: await this.ideas.hold(tx, ideaId, decision.subjectId, heldFor) };
    const to = HIDDEN_AS[act];
    if (to) return { idea: await this.ideas.hide(tx, ideaId, actorId, { to: IdeaVisibility[to], reason }) };
    switch (act) {
      case DecisionAct.LOCK:
        return { locked: await this.ideas.lock(tx, ideaId, true) };
      case DecisionAct.MERGE: {
        const mergedInto = how.details.targetIdeaId ?? '';
        const idea = await this.merging.merge(tx, decision, mergedInto);
        await this.checkVotes(tx, how.access!.company, ideaId, mergedInto);
        return { mergedInto, idea };
      }
      case DecisionAct.MASK: {
        const maskedIdea = await this.masking.mask(tx, ideaId, actorId, toMask(how));
        // what waits for a person goes on waiting
        return { maskedIdea, ...(actorId && (await this.publish(tx, item, ideaId, actorId))) };
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
  async undo(tx: Transaction, decision: Decision, actorId: string, later: Decision[]): Promise<void> {
    const { idea, locked, maskedIdea, mergedInto, movedFrom } = decision.effect;
    const covered = coveredBy(decision, later);
    const [ideaId, lies] = [decision.ideaId!, (aspect: Aspect) => !covered.includes(aspect)];
    if (movedFrom && lies(Aspect.PLACE)) await this.moving.put(tx, ideaId, actorId, movedFrom.challengeId);
    if (maskedIdea) await this.unmask(tx, decision, actorId, later);
    if (locked !== undefined && lies(Aspect.LOCK)) await this.ideas.lock(tx, ideaId, locked);
    if (idea && lies(Aspect.SIGHT)) await this.ideas.restore(tx, ideaId, actorId, idea);
    else if (mergedInto) await this.ideas.part(tx, ideaId);
    if (mergedInto) await this.merging.release(tx, decision, mergedInto, actorId);
  }

  /** Before any other lock is taken. */
  lock(tx: Transaction, companyId: string, ideaIds: (string | null | undefined)[]): Promise<void> {
    return this.merging.lock(tx, companyId, ideaIds);
  }

  /** What was masked since is masked anew, in the text of before. */
  private async unmask(tx: Transaction, decision: Decision, actorId: string, later: Decision[]): Promise<void> {
    const ideaId = decision.ideaId!;
    const masks = later.filter(({ effect }) => effect.maskedIdea);
    for (const { effect } of [...masks.toReversed(), decision])
      await this.masking.unmask(tx, ideaId, actorId, effect.maskedIdea!);
    for (const { effect } of masks)
      effect.maskedIdea = await this.masking.maskAgain(tx, ideaId, actorId, effect.maskedIdea!);
  }

  /** What came of a challenge stands: no votes come from elsewhere to where nobody votes now. */
  private async checkVotes(tx: Transaction, company: Company, from: string, to: string): Promise<void> {
    const { challengeId } = await this.allIdeas.forUpdate(tx, to);
    if ((await this.allIdeas.forUpdate(tx, from)).challengeId === challengeId) return;
    const { vote } = await this.allIdeas.permissions(company, challengeId, tx);
    if (!vote) throw votesClosed();
  }

  private async publish(tx: Transaction, { visibility }: Item, ideaId: string, actorId: string): Promise<Effect> {
    return visibility === 'HELD' ? { idea: await this.ideas.publishHeld(tx, ideaId, actorId) } : {};
  }
}

/** @throws DomainError VALIDATION_FAILED where nothing is named */
export function toMask({ details, access }: Act): ToMask {
  const [passages, attachmentIds] = [details.passages ?? [], details.attachmentIds ?? []];
  if (passages.length + attachmentIds.length === 0) throw nothingToMask();
  // nobody has looked where else the watched words stand
  return access ? { passages, attachmentIds } : { passages, attachmentIds, asWords: true };
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

const votesClosed = () =>
  invalidField('targetIdeaId', 'VOTES_CLOSED', {
    en: 'Where that idea stands nobody votes now: votes from elsewhere would change what came of it.',
    es: 'Donde está esa idea ahora no se vota: los votos de fuera cambiarían el resultado.',
    it: 'Dove si trova quell’idea ora non si vota: voti da altrove ne cambierebbero l’esito.',
  });
