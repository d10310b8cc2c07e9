import type { HeldBadgeFragment } from '@/gql/graphql';

/** Of a ladder only the highest step: it stands for those below. */
export const highest = (badges: HeldBadgeFragment[]): HeldBadgeFragment[] =>
  badges.filter(
    ({ badge }) =>
      !badge.step ||
      !badges.some(({ badge: other }) => other.metric === badge.metric && (other.step ?? 0) > (badge.step ?? 0)),
  );
