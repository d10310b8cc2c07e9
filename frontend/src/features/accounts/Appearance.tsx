import { Trans, useLingui } from '@lingui/react/macro';
import { Segmented } from '@/components/Segmented';
import { chooseColorScheme, useColorChoice } from '@/lib/color-scheme';

/** Light, dark, or as the device says: kept on this device. */
export function Appearance() {
  const { t } = useLingui();
  const choice = useColorChoice();
  return (
    <section className="form">
      <h2>
        <Trans>Appearance</Trans>
      </h2>
      <p className="dimmed">
        <Trans>On this device</Trans>
      </p>
      <Segmented
        label={t`Colours`}
        value={choice ?? 'device'}
        options={[
          ['device', t`As the device`],
          ['light', t`Light`],
          ['dark', t`Dark`],
        ]}
        onChange={(wanted) => chooseColorScheme(wanted === 'device' ? null : wanted)}
      />
    </section>
  );
}
