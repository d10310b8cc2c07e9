import { msg } from '@lingui/core/macro';
import { useLingui } from '@lingui/react/macro';
import type { ClaimState, PrizeLineFragment, WinnersBy } from '@/gql/graphql';
import { useFormat } from '@/lib/format';

/** How much a prize is; null where its name says it all. */
export function useWorth() {
  const { t } = useLingui();
  const format = useFormat();
  return ({
    amountMinor,
    currency,
    points,
    shareBasisPoints,
  }: Pick<PrizeLineFragment, 'amountMinor' | 'currency' | 'points' | 'shareBasisPoints'>): string | null => {
    if (points != null) {
      const number = format.number(points);
      return t`${number} points`;
    }
    if (shareBasisPoints != null) {
      const share = format.basisPoints(shareBasisPoints);
      return t`${share} of what it earns`;
    }
    return amountMinor != null && currency ? format.money(amountMinor, currency) : null;
  };
}

/** How winners are found, for those who take part. */
export function useWinnersBy(): Record<WinnersBy, string> {
  const { i18n } = useLingui();
  return {
    TALLY: i18n._(msg`The ideas with the most votes win.`),
    JURY: i18n._(msg`A jury of the company’s experts chooses who wins.`),
    MANAGER: i18n._(msg`The company chooses who wins, and says why.`),
  };
}

/** Where a prize is, in a word or two. */
export function useClaimStates(): Record<ClaimState, string> {
  const { t } = useLingui();
  return {
    PENDING: t`Waits to be accepted`,
    ACCEPTED: t`Accepted`,
    SENT: t`On its way`,
    RECEIVED: t`Arrived`,
    LAPSED: t`Not accepted in time`,
    DECLINED: t`Not wanted`,
    REVOKED: t`Taken back`,
  };
}
