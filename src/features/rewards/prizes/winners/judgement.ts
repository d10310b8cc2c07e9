import { Injectable } from '@nestjs/common';
import type { Transaction } from '../../../../shared/database/database.js';
import { type Challenge, WinnersBy } from '../../../challenges/challenge.entity.js';
import type { PhasedChallenge } from '../../../challenges/challenges.service.js';
import { type Winner, WinnerBar } from './winner.entity.js';
import { followsRanking, mayChoose } from './winner.policy.js';
import { type Contender, WinnersQueries } from './winners.queries.js';

type Choice = Pick<Winner, 'prizeId' | 'ideaId'>;

/** What is to be said of a choice of winners. */
interface Verdict {
  /** for each choice why it cannot be announced; null where it can */
  bars: (WinnerBar | null)[];
  /** whether the terms let these win, in this order */
  byTerms: boolean;
  /** whether no prize stays without a winner that could have one; asked only of the first announcement */
  complete: boolean;
}

/** Judges a choice of winners by the terms of the challenge, as things are at this very moment. */
@Injectable()
export class Judgement {
  constructor(private readonly queries: WinnersQueries) {}

  /** The chosen ideas and their people stay what they are until the transaction ends. */
  async of(tx: Transaction, challenge: Challenge, choices: Choice[], now: Date): Promise<Verdict> {
    const ideaIds = choices.map(({ ideaId }) => ideaId);
    const found = new Map((await this.queries.chosen(challenge, ideaIds, now, tx)).map((c) => [c.ideaId, c]));
    const open = await this.queries.openPrizes(challenge.id, tx);
    const placeOf = ({ prizeId }: Choice) => open.findIndex(({ id }) => id === prizeId);
    const bars = choices.map((choice) => {
      if (placeOf(choice) < 0) return WinnerBar.PRIZE_TAKEN;
      const contender = found.get(choice.ideaId);
      return contender ? contender.bar : WinnerBar.ELSEWHERE;
    });
    const value = valueOf(challenge);
    const able = await this.queries.contenders(challenge, now, { most: open.length, able: true, tx });
    const ranking = able.map(value).filter((worth) => challenge.winnersBy === WinnersBy.MANAGER || worth > 0);
    const inOrder = [...choices].sort((a, b) => placeOf(a) - placeOf(b));
    const chosen = inOrder.map(({ ideaId }) => (found.has(ideaId) ? value(found.get(ideaId)!) : -Infinity));
    const first = challenge.prizesFixedAt === null;
    const inTurn = inOrder.every((choice, index) => placeOf(choice) === index);
    return {
      bars,
      byTerms: challenge.winnersBy === WinnersBy.MANAGER || followsRanking(ranking, chosen),
      complete: !first || (inTurn && choices.length >= Math.min(open.length, ranking.length)),
    };
  }

  /** For each of what was planned why it cannot be announced now; null where it can. */
  async ofPlan(
    tx: Transaction,
    { challenge, phases }: PhasedChallenge,
    planned: Winner[],
    now: Date,
  ): Promise<(WinnerBar | null)[]> {
    const all = (bar: WinnerBar) => planned.map(() => bar);
    if (!mayChoose(challenge, phases, now)) return all(WinnerBar.NOT_NOW);
    // locks ideas and their people first, as choosing does
    const { bars, byTerms, complete } = await this.of(tx, challenge, planned, now);
    const choosers = planned.map(({ chosenById }) => chosenById);
    if (!(await this.queries.areManagers(tx, challenge.companyId, choosers, now))) return all(WinnerBar.CHOOSER_GONE);
    return (byTerms && complete) || bars.some((bar) => bar !== null) ? bars : all(WinnerBar.TERMS);
  }
}

/** What the terms order ideas by. */
export const valueOf =
  ({ winnersBy }: Pick<Challenge, 'winnersBy'>) =>
  ({ score, jurors }: Contender): number =>
    winnersBy === WinnersBy.JURY ? jurors : score;
