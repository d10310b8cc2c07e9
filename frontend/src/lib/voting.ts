import type { Client } from 'urql';
import { graphql } from '@/gql';
import type { VoteStateFragment, VoteValue } from '@/gql/graphql';
import type { Problem } from './errors';
import { session, useSession } from './session';
import { createStore, usePart } from './store';
import { whenIdle } from './use-idle';

graphql(`
  fragment VoteState on Idea {
    id
    title
    upCount
    downCount
    score
    viewerVote
    viewerCan {
      vote
    }
  }
`);

type Standing = Pick<VoteStateFragment, 'upCount' | 'downCount' | 'viewerVote'>;
/** The vote that somebody wants; null for none. */
export type Choice = VoteValue | null;

/** What was chosen and is not settled yet, by viewer and idea. Painted over the counts from before, as they were. */
const pending = createStore<Readonly<Record<string, { choice: Choice; before: Standing } | undefined>>>({});
const keyOf = (epoch: number, ideaId: string) => `${epoch} ${ideaId}`;

/** The counts as they will be once the server has taken the vote. */
export function afterVote(idea: Standing, choice: Choice): Standing {
  const moved = (count: number | null | undefined, value: VoteValue) =>
    count == null ? null : count - Number(idea.viewerVote === value) + Number(choice === value);
  return { upCount: moved(idea.upCount, 'UP'), downCount: moved(idea.downCount, 'DOWN'), viewerVote: choice };
}

/** The idea with the viewer's last choice, which shows before the server knows of it; unless it will be refused. */
export function useStanding<Idea extends VoteStateFragment>(idea: Idea): Idea {
  const { epoch } = useSession();
  const { choice, before } = usePart(pending, (all) => all[keyOf(epoch, idea.id)]) ?? {};
  return before && idea.viewerCan.vote ? { ...idea, ...afterVote(before, choice!) } : idea;
}

/** What became of a choice. */
export interface Settled {
  /** why it does not stand */
  problem?: Problem;
  /** the vote that was taken back */
  removed: Choice;
}

const OFFLINE: Settled = { problem: { code: 'OFFLINE', message: '', fields: {} }, removed: null };

/** What sends votes comes after the page, and before anybody needs it. */
const load = () => import('./cast-vote');
whenIdle(() => void load().catch(() => undefined));

const standingOf = ({ upCount, downCount, viewerVote }: Standing): Standing => ({ upCount, downCount, viewerVote });

/**
 * Makes this the viewer's vote. One request at a time for each idea, so that none overtakes another: what is chosen
 * meanwhile shows at once, and of that only the last is sent. Answers null to all calls but the one that sends.
 */
export async function choose(client: Client, idea: VoteStateFragment, choice: Choice): Promise<Settled | null> {
  const { id } = idea;
  const { epoch } = session.get();
  const key = keyOf(epoch, id);
  const underway = pending.get()[key];
  pending.set({ ...pending.get(), [key]: { choice, before: underway?.before ?? standingOf(idea) } });
  if (underway) return null;
  const here = () => session.get().epoch === epoch;
  const settled = await load().then(
    ({ cast }) => cast(client, idea, () => pending.get()[key]!.choice, here),
    () => OFFLINE,
  );
  pending.set({ ...pending.get(), [key]: undefined });
  // the next viewer is told nothing of it
  return here() ? settled : null;
}
