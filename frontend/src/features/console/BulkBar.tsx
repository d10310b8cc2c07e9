import { Plural, Trans, useLingui } from '@lingui/react/macro';
import { Button } from '@/components/Button';
import classes from './Console.module.css';

interface Props {
  chosen: number;
  shown: number;
  onAll: () => void;
  onNone: () => void;
  onAnswer: () => void;
}

/** At most so many in one request. */
export const MOST_AT_ONCE = 100;

/** What can be done with the chosen rows. It stays in view while the list is scrolled. */
export function BulkBar({ chosen, shown, onAll, onNone, onAnswer }: Props) {
  const { t } = useLingui();
  const all = Math.min(shown, MOST_AT_ONCE);
  return (
    <div role="region" aria-label={t`Selected ideas`} className={classes.bulk}>
      <p role="status">
        <Plural value={chosen} one="# idea selected" other="# ideas selected" />
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
            {t`Select all ${all}`}
          </Button>
        )}
        <Button variant="default" onClick={onNone}>
          <Trans>Select none</Trans>
        </Button>
        <Button onClick={onAnswer} disabled={chosen > MOST_AT_ONCE}>
          <Trans>Answer them together</Trans>
        </Button>
      </div>
    </div>
  );
}
