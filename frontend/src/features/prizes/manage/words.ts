import { useLingui } from '@lingui/react/macro';
import type { WinnerBar, WinnersBy } from '@/gql/graphql';

/** Why an idea cannot win, or is not announced. */
export function useBars(): Record<WinnerBar, string> {
  const { t } = useLingui();
  return {
    ELSEWHERE: t`It is in another challenge now.`,
    MERGED: t`It was merged into another idea.`,
    WITHDRAWN: t`Its author took it back.`,
    NOT_PUBLIC: t`It is not public.`,
    AUTHOR_GONE: t`Its author is no member any more.`,
    STAFF: t`Its author belongs to your staff.`,
    AUTHOR_SUSPENDED: t`Its author is suspended.`,
    AUTHOR_EXCLUDED: t`Its author is excluded from rewards.`,
    HAS_WON: t`It has won already.`,
    PRIZE_TAKEN: t`Its prize belongs to another idea again.`,
    TERMS: t`Votes or the jury’s choices have changed: others would win now.`,
    NOT_NOW: t`The challenge goes on again, or is in the archive.`,
    CHOOSER_GONE: t`Whoever chose it does not manage the company any more.`,
  };
}

/** How the terms find winners, for whoever chooses. */
export function useTerms(): Record<WinnersBy, string> {
  const { t } = useLingui();
  return {
    TALLY: t`The terms say: the ideas with the most votes win. You choose among those that are level, and say why they win.`,
    JURY: t`The terms say: those win whom most experts of the jury chose. You choose among those that are level, and say why they win.`,
    MANAGER: t`The terms say: you choose, and say why. The ideas with the most votes come first here.`,
  };
}
