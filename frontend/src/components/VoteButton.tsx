import { plural } from '@lingui/core/macro';
import { useLingui } from '@lingui/react/macro';
import { IconChevronDown, IconChevronUp } from '@tabler/icons-react';
import { useNavigate } from '@tanstack/react-router';
import { graphql } from '@/gql';
import type { VoteMode, VoteStateFragment, VoteValue } from '@/gql/graphql';
import { useFormat } from '@/lib/format';
import { useSession } from '@/lib/session';
import { toast } from '@/lib/toasts';
import { useAction } from '@/lib/use-action';
import classes from './VoteButton.module.css';

const Vote = graphql(`
  mutation Vote($input: VoteInput!) {
    vote(input: $input) {
      id
      upCount
      downCount
      score
      viewerVote
    }
  }
`);

const WithdrawVote = graphql(`
  mutation WithdrawVote($input: IdeaIdInput!) {
    withdrawVote(input: $input) {
      id
      upCount
      downCount
      score
      viewerVote
    }
  }
`);

/** Ideas whose vote is on its way. Another one could overtake it: a tap meanwhile does nothing. */
const underway = new Set<string>();

async function alone<T>(ideaId: string, send: () => Promise<T>): Promise<T | null> {
  if (underway.has(ideaId)) return null;
  underway.add(ideaId);
  try {
    return await send();
  } finally {
    underway.delete(ideaId);
  }
}

interface Props {
  idea: VoteStateFragment;
  mode: VoteMode;
  /** Across, with the word “votes”: for an idea's own page. */
  wide?: boolean;
}

/** What a tap does: sends visitors to sign in, gives the vote, or takes it back with a way to undo that. */
function useVoting(idea: VoteStateFragment) {
  const { t } = useLingui();
  const { status } = useSession();
  const navigate = useNavigate();
  const vote = useAction(Vote);
  const withdraw = useAction(WithdrawVote);
  const give = (value: VoteValue) => alone(idea.id, () => vote.run({ input: { ideaId: idea.id, value } }));
  return async (value: VoteValue) => {
    if (status !== 'in') return navigate({ to: '/sign-in', search: { next: location.pathname + location.search } });
    if (idea.viewerVote !== value) return give(value);
    const done = await alone(idea.id, () => withdraw.run({ input: { ideaId: idea.id } }));
    if (done) toast(t`Your vote was taken back.`, { action: { label: t`Undo`, run: () => void give(value) } });
  };
}

/** One vote, one tap. Where voting is not allowed, a tap asks the server, whose refusal says why. */
export function VoteButton({ idea, mode, wide = false }: Props) {
  const { t } = useLingui();
  const format = useFormat();
  const { status } = useSession();
  const tap = useVoting(idea);
  const off = status === 'in' && !idea.viewerCan.vote;
  const { title } = idea;
  const up = idea.upCount ?? 0;
  const down = idea.downCount ?? 0;
  const names = {
    UP:
      idea.upCount == null
        ? t`Vote for “${title}”`
        : t`Vote for “${title}”, ${plural(up, { one: '# vote', other: '# votes' })}`,
    DOWN:
      idea.downCount == null
        ? t`Vote against “${title}”`
        : t`Vote against “${title}”, ${plural(down, { one: '# vote', other: '# votes' })}`,
  };
  const button = (value: VoteValue, count: number | null | undefined, word: string) => (
    <button
      type="button"
      className={classes.vote}
      aria-pressed={idea.viewerVote === value}
      aria-disabled={off || undefined}
      aria-label={names[value]}
      onClick={() => void tap(value)}
    >
      {value === 'UP' ? <IconChevronUp size={20} aria-hidden /> : <IconChevronDown size={20} aria-hidden />}
      {count != null && <span>{wide ? `${format.number(count)} ${word}` : format.compact(count)}</span>}
    </button>
  );
  return (
    <span className={classes.box} data-wide={wide || undefined} data-two={mode === 'UP_DOWN' || undefined}>
      {button('UP', idea.upCount, mode === 'UP' ? t`${plural(up, { one: 'vote', other: 'votes' })}` : t`for`)}
      {mode === 'UP_DOWN' && button('DOWN', idea.downCount, t`against`)}
    </span>
  );
}
