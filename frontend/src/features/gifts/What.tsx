import { Plural, Trans } from '@lingui/react/macro';
import { IconAward, IconCoins, IconGift, IconHeartHandshake } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import type { GiftKind } from '@/gql/graphql';
import classes from './Gifts.module.css';
import type { Gift } from './gifts';

const ICONS: Record<GiftKind, typeof IconGift> = {
  THANKS: IconHeartHandshake,
  POINTS: IconCoins,
  BADGE: IconAward,
  REWARD: IconGift,
};

/** What goes with the note. */
export function What({ gift: { kind, points, badge, reward } }: { gift: Gift }) {
  const Icon = ICONS[kind];
  const words: Record<GiftKind, ReactNode> = {
    THANKS: <Trans>A thank-you</Trans>,
    POINTS: <Plural value={points} one="# point" other="# points" />,
    BADGE: badge?.name,
    REWARD: reward?.title,
  };
  return (
    <span className={classes.given}>
      <Icon size={16} aria-hidden />
      {words[kind]}
    </span>
  );
}
