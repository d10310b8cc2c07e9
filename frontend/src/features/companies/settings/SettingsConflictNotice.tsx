import { Trans, useLingui } from '@lingui/react/macro';
import { TwoVersions } from '@/components/TwoVersions';
import { useFormat } from '@/lib/format';
import { fromApiLocale, LOCALE_NAMES } from '@/lib/i18n';
import classes from './Settings.module.css';
import { useChoices } from './settings-choices';
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
    answerDays: t`Days to an answer`,
    hideFlaggers: t`Members who must report it`,
    hideWeight: t`What their reports must weigh together`,
    guidelines: t`Welcome`,
    ideaBoxOpen: t`Idea box`,
    tags: t`Tags you propose`,
  };
}

/** A setting as its field shows it. */
function useInWords() {
  const { t } = useLingui();
  const format = useFormat();
  const choices = useChoices();
  const labels = new Map(
    Object.entries(choices).flatMap(([part, all]) => all.map((one) => [part + one.value, one.label])),
  );
  return (values: SettingsValues, part: SettingsPart): string => {
    const { languages, defaultLanguage, logoFileId, ideaBoxOpen } = values;
    const own: Partial<Record<SettingsPart, string>> = {
      languages: format.list(languages.map((code) => LOCALE_NAMES[fromApiLocale(code)])),
      defaultLanguage: LOCALE_NAMES[fromApiLocale(defaultLanguage)],
      logoFileId: logoFileId === null ? '' : t`A picture`,
      ideaBoxOpen: ideaBoxOpen ? t`Open` : t`Closed`,
    };
    const value = values[part];
    const text = Array.isArray(value) ? format.list(value) : String(value);
    return (own[part] ?? labels.get(part + text) ?? text) || '–';
  };
}

/** Another manager has changed the same settings: both stand here, and one decides. */
export function SettingsConflictNotice({ conflict: { theirs, clashes }, mine, onChoice }: Props) {
  const names = usePartNames();
  const inWords = useInWords();
  return (
    <TwoVersions
      title={<Trans>Another manager has changed the same settings</Trans>}
      mine={<Trans>Go on with mine</Trans>}
      theirs={<Trans>Take theirs</Trans>}
      onChoice={onChoice}
    >
      <dl className={classes.clashes}>
        {clashes.map((part) => (
          <div key={part}>
            <dt>{names[part]}</dt>
            <dd>
              <Trans>Theirs: {inWords(theirs, part)}</Trans>
            </dd>
            <dd>
              <Trans>Mine: {inWords(mine, part)}</Trans>
            </dd>
          </div>
        ))}
      </dl>
    </TwoVersions>
  );
}
