import { Plural, Trans, useLingui } from '@lingui/react/macro';
import { Button } from '@/components/Button';
import classes from './Queue.module.css';

interface Props {
  chosen: number;
  shown: number;
  onAll: () => void;
  onNone: () => void;
  onDecide: () => void;
}

/** At most so many in one request. */
export const MOST_AT_ONCE = 100;

/** What can be done with the chosen rows. It stays in view while the list is scrolled. */
export function BulkBar({ chosen, shown, onAll, onNone, onDecide }: Props) {
  const { t } = useLingui();
  const all = Math.min(shown, MOST_AT_ONCE);
  return (
    <div role="region" aria-label={t`Selected items`} className={classes.bulk}>
      <p role="status">
        <Plural value={chosen} one="# item selected" other="# items selected" />
        {chosen > MOST_AT_ONCE && (
          <>
            {' · '}
            <Trans>{MOST_AT_ONCE} at most</Trans>
          </>
        )}
      </p>
      <div className={classes.toolbar}>
        {chosen < all && (
          <Button variant="subtle" onClick={onAll}>
            {t`Select all ${all} items`}
          </Button>
        )}
        <Button variant="default" onClick={onNone}>
          <Trans>Select none</Trans>
        </Button>
        <Button onClick={onDecide} disabled={chosen > MOST_AT_ONCE}>
          <Trans>Decide together</Trans> <kbd className={classes.key}>B</kbd>
        </Button>
      </div>
    </div>
  );
}
