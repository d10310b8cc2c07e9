import { Plural, Trans } from '@lingui/react/macro';
import { IconCoins, IconHeartHandshake } from '@tabler/icons-react';
import classes from './Gifts.module.css';
import type { Gift } from './gifts';

/** What goes with the note. */
export function What({ gift: { kind, points } }: { gift: Pick<Gift, 'kind' | 'points'> }) {
  if (kind === 'POINTS')
    return (
      <span className={classes.given}>
        <IconCoins size={16} aria-hidden />
        <Plural value={points} one="# point" other="# points" />
      </span>
    );
  return (
    <span className={classes.given}>
      <IconHeartHandshake size={16} aria-hidden />
      <Trans>A thank-you</Trans>
    </span>
  );
}
