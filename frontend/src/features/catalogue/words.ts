import { useLingui } from '@lingui/react/macro';
import type { RedemptionEnd, RedemptionState, RewardState } from '@/gql/graphql';

export function useStates(): Record<RedemptionState, string> {
  const { t } = useLingui();
  return {
    REQUESTED: t`Waits to be handed over`,
    FULFILLED: t`Handed over`,
    CANCELLED: t`Cancelled`,
    REFUNDED: t`Points given back`,
  };
}

/** Why something has ended, to whose it was. */
export function useEndings(): Record<RedemptionEnd, string> {
  const { t } = useLingui();
  return {
    BY_MEMBER: t`You have cancelled it.`,
    BY_STAFF: t`The company has ended it.`,
    EXCLUDED: t`It ended when you were excluded from rewards.`,
    ERASED: t`It ended with the account.`,
    GIFT_TAKEN_BACK: t`The gift was taken back.`,
  };
}

export function useRewardStates(): Record<RewardState, string> {
  const { t } = useLingui();
  return { DRAFT: t`Draft`, PUBLISHED: t`In the catalogue`, RETIRED: t`Taken out` };
}
