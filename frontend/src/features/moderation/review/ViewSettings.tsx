import { Trans, useLingui } from '@lingui/react/macro';
import { Switch } from '@/components/fields/Checkbox';
import classes from './Review.module.css';
import { setViewing, useViewing } from './viewing';

/** What a moderator wants to be spared, on this device. */
export function ViewSettings() {
  const { t } = useLingui();
  const { blur, calm } = useViewing();
  return (
    <fieldset className={classes.viewing}>
      <legend className="hidden">{t`What you want to be spared`}</legend>
      <Switch
        label={t`Blur images`}
        checked={blur || calm}
        disabled={calm}
        onChange={({ currentTarget: { checked } }) => setViewing({ blur: checked })}
      />
      <Switch
        label={
          <>
            <Trans>Calm view</Trans>{' '}
            <span className="dimmed">
              <Trans>grey, small, texts only when you ask</Trans>
            </span>
          </>
        }
        checked={calm}
        onChange={({ currentTarget: { checked } }) => setViewing({ calm: checked })}
      />
    </fieldset>
  );
}
