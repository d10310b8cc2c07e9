import { useLingui } from '@lingui/react/macro';
import type { RedemptionEnd } from '@/gql/graphql';

/** Why something has ended, to the staff. */
export function useEnded(): Record<RedemptionEnd, string> {
  const { t } = useLingui();
  return {
    BY_MEMBER: t`The member has cancelled it.`,
    BY_STAFF: t`The staff has ended it.`,
    EXCLUDED: t`The member was excluded from rewards.`,
    ERASED: t`The member has deleted the account.`,
    GIFT_TAKEN_BACK: t`The gift was taken back.`,
  };
}
