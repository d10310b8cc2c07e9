import { Trans, useLingui } from '@lingui/react/macro';
import { useEffect, useRef } from 'react';
import { Button } from '@/components/Button';
import { useFormat } from '@/lib/format';
import classes from './Settings.module.css';
import type { SettingsValues } from './settings-values';
import type { SettingsConflict, SettingsPart } from './use-settings';

interface Props {
  conflict: SettingsConflict;
  mine: SettingsValues;
  onChoice: (whose: 'mine' | 'theirs') => void;
}

function usePartNames(): Record<SettingsPart, string> {
  const { t } = useLingui();
  return {
    name: t`Name`,
    description: t`Your promise`,
    visibility: t`Who can see it`,
    logoFileId: t`Logo`,
    brandColor: t`Colour`,
    languages: t`Languages of the community`,
    defaultLanguage: t`Main language`,
    joinPolicy: t`Who may join`,
    emailDomains: t`Domains`,
    preModeration: t`Reviewed before it is published`,
    voteMode: t`Votes`,
    guidelines: t`Welcome`,
    ideaBoxOpen: t`Idea box`,
    tags: t`Tags you propose`,
  };
}

/** Another manager has changed the same settings: both stand here, and one decides. */
export function SettingsConflictNotice({ conflict: { theirs, clashes }, mine, onChoice }: Props) {
  const { t } = useLingui();
  const format = useFormat();
  const names = usePartNames();
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  const words = (value: SettingsValues[SettingsPart]): string => {
    if (Array.isArray(value)) return format.list(value);
    return typeof value === 'boolean' ? (value ? t`Open` : t`Closed`) : value || '–';
  };
  return (
    <section className={classes.conflict}>
      <h2 ref={heading} tabIndex={-1}>
        <Trans>Another manager has changed the same settings</Trans>
      </h2>
      <dl>
        {clashes.map((part) => (
          <div key={part}>
            <dt>{names[part]}</dt>
            <dd>
              <Trans>Theirs: {words(theirs[part])}</Trans>
            </dd>
            <dd>
              <Trans>Mine: {words(mine[part])}</Trans>
            </dd>
          </div>
        ))}
      </dl>
      <div className="row">
        <Button onClick={() => onChoice('mine')}>
          <Trans>Go on with mine</Trans>
        </Button>
        <Button variant="default" onClick={() => onChoice('theirs')}>
          <Trans>Take theirs</Trans>
        </Button>
      </div>
    </section>
  );
}
