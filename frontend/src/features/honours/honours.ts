import { graphql } from '@/gql';
import { outdating, updates } from '@/lib/graphql/updates';

graphql(`
  fragment BadgeFace on Badge {
    id
    name
    description
    pictureUrl
    pictureAlt
    metric
    step
    secret
  }
`);

graphql(`
  fragment HeldBadge on BadgeHolding {
    id
    earnedAt
    byHand
    badge {
      ...BadgeFace
    }
  }
`);

updates.setLeaderboardOptOut = outdating(['leaderboard', 'viewerHonours']);
updates.createBadge = outdating(['companyBadges', 'viewerHonours']);
updates.updateBadge = outdating(['viewerHonours']);
updates.retireBadge = outdating(['companyBadges', 'viewerHonours']);
updates.giveBadge = outdating(['badgeHolders', 'companyBadges']);
updates.takeBadgeBack = outdating(['badgeHolders']);
