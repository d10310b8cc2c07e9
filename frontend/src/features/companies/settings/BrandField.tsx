import { Trans, useLingui } from '@lingui/react/macro';
import type { UseFormReturnType } from '@mantine/form';
import { useDebouncedValue } from '@mantine/hooks';
import { IconAlertTriangle, IconCheck } from '@tabler/icons-react';
import { useEffect, useState } from 'react';
import { useQuery } from 'urql';
import { Button } from '@/components/Button';
import { TextInput } from '@/components/fields/TextInput';
import { graphql } from '@/gql';
import type { BrandShadesFragment } from '@/gql/graphql';
import { BrandPanel } from './BrandPanel';
import classes from './BrandField.module.css';

const BrandPreview = graphql(`
  query BrandPreview($color: String!) {
    brandColors(color: $color) {
      ...BrandShades
    }
  }
  fragment BrandShades on BrandColors {
    light
    dark
    onLight
    onDark
    lightButton
    darkButton
    lightLink
    darkLink
  }
`);

/** What WCAG 2.2 AA asks of text. */
const AA = 4.5;
const isColor = (text: string): boolean => /^#[0-9a-f]{6}$/i.test(text);

interface Brand {
  brandColor: string;
}

/** The server derives the shades; the former ones stay until the new ones are there. */
function useShades(color: string): BrandShadesFragment | null {
  const [settled] = useDebouncedValue(color, 150);
  const [{ data }] = useQuery({ query: BrandPreview, variables: { color: settled }, pause: !isColor(settled) });
  const [shown, setShown] = useState<BrandShadesFragment | null>(null);
  useEffect(() => {
    if (data) setShown(data.brandColors);
  }, [data]);
  return shown;
}

/** The company's colour, with what becomes of it: nothing is ever written in a shade that cannot be read. */
export function BrandField<Values extends Brand>({ form }: { form: UseFormReturnType<Values> }) {
  const { t } = useLingui();
  const { brandColor } = form.values;
  const shades = useShades(brandColor);
  const put = (color: string) => form.setFieldValue('brandColor', color as never);
  const input = form.getInputProps('brandColor');
  const whole = isColor(brandColor);
  return (
    <div className={classes.brand}>
      <div className={classes.inputs}>
        <TextInput
          className={classes.code}
          label={t`Colour`}
          description={t`As #rrggbb`}
          maxLength={7}
          autoComplete="off"
          spellCheck={false}
          {...input}
          error={input.error ?? (whole ? undefined : t`A colour as #rrggbb, for example #0b7363.`)}
        />
        <input
          type="color"
          className={classes.picker}
          aria-label={t`Pick a colour`}
          value={whole ? brandColor : '#000000'}
          onChange={({ currentTarget }) => put(currentTarget.value)}
        />
      </div>
      {shades && <Verdict color={brandColor} shades={shades} onTake={put} />}
      {shades && (
        <div className={classes.panels}>
          <BrandPanel scheme="light" shades={shades} />
          <BrandPanel scheme="dark" shades={shades} />
        </div>
      )}
    </div>
  );
}

interface VerdictProps {
  color: string;
  shades: BrandShadesFragment;
  onTake: (color: string) => void;
}

/** Whether the colour itself could be written in, and the nearest one that can. */
function Verdict({ color, shades: { light, dark, onLight, onDark }, onTake }: VerdictProps) {
  const { i18n } = useLingui();
  const ratio = (value: number) => new Intl.NumberFormat(i18n.locale, { maximumFractionDigits: 1 }).format(value);
  const [white, black] = [ratio(onLight), ratio(onDark)];
  return (
    <div className={classes.verdict} role="status">
      <p data-good={onLight >= AA || undefined}>
        {onLight >= AA ? <IconCheck size={18} aria-hidden /> : <IconAlertTriangle size={18} aria-hidden />}
        {onLight >= AA ? (
          <Trans>On light pages it can be read: {white} to 1.</Trans>
        ) : (
          <span>
            <Trans>
              On light pages it cannot be read: {white} to 1, and text needs 4.5. Buttons and links become {light}.
            </Trans>
          </span>
        )}
      </p>
      <p data-good={onDark >= AA || undefined}>
        {onDark >= AA ? <IconCheck size={18} aria-hidden /> : <IconAlertTriangle size={18} aria-hidden />}
        {onDark >= AA ? (
          <Trans>On dark pages it can be read: {black} to 1.</Trans>
        ) : (
          <Trans>
            On dark pages it cannot be read: {black} to 1, and text needs 4.5. Buttons and links become {dark}.
          </Trans>
        )}
      </p>
      {light !== color.toLowerCase() && (
        <div>
          <Button variant="default" onClick={() => onTake(light)}>
            <span className={classes.swatch} style={{ background: light }} aria-hidden />
            <Trans>Take the nearest that can be read on white: {light}</Trans>
          </Button>
        </div>
      )}
    </div>
  );
}
