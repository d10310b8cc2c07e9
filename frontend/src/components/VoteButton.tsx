import { plural } from '@lingui/core/macro';
import { useLingui } from '@lingui/react/macro';
import { IconChevronDown, IconChevronUp } from '@tabler/icons-react';
import type { VoteMode, VoteStateFragment, VoteValue } from '@/gql/graphql';
import { useFormat } from '@/lib/format';
import { useSession } from '@/lib/session';
import { useVoting } from '@/lib/use-voting';
import { useStanding } from '@/lib/voting';
import classes from './VoteButton.module.css';

interface Props {
  idea: VoteStateFragment;
  mode: VoteMode;
  /** Across, with the word “votes”: for an idea's own page. */
  wide?: boolean;
}

/** One vote, one tap. Where voting is not allowed, a tap asks the server, whose refusal says why. */
export function VoteButton({ idea: known, mode, wide = false }: Props) {
  const idea = useStanding(known);
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
  const button = (value: VoteValue, count: number | null | undefined) => (
    <button
      type="button"
      className={classes.vote}
      aria-pressed={idea.viewerVote === value}
      aria-disabled={off || undefined}
      aria-label={names[value]}
      onClick={(event) => void tap(value, event)}
    >
      {value === 'UP' ? <IconChevronUp size={20} aria-hidden /> : <IconChevronDown size={20} aria-hidden />}
      {count != null && (
        <span>
          {wide && mode === 'UP' ? t`${plural(count, { one: '# vote', other: '# votes' })}` : format.compact(count)}
        </span>
      )}
    </button>
  );
  return (
    <span className={classes.box} data-wide={wide || undefined} data-two={mode === 'UP_DOWN' || undefined}>
      {button('UP', idea.upCount)}
      {mode === 'UP_DOWN' && button('DOWN', idea.downCount)}
    </span>
  );
}
