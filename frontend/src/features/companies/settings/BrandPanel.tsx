import { Trans, useLingui } from '@lingui/react/macro';
import { Button } from '@/components/Button';
import type { BrandShadesFragment } from '@/gql/graphql';
import { brandStyle } from '@/lib/color';
import classes from './BrandField.module.css';

interface Props {
  scheme: 'light' | 'dark';
  shades: BrandShadesFragment;
}

/** How the company's pages look in its colour. Only to be looked at. */
export function BrandPanel({ scheme, shades }: Props) {
  const { t, i18n } = useLingui();
  const ratio = (value: number) => new Intl.NumberFormat(i18n.locale, { maximumFractionDigits: 1 }).format(value);
  const [onButton, asLink] =
    scheme === 'light' ? [shades.lightButton, shades.lightLink] : [shades.darkButton, shades.darkLink];
  const [button, link] = [ratio(onButton), ratio(asLink)];
  const name = scheme === 'light' ? t`Light pages` : t`Dark pages`;
  return (
    <section
      className={`brand ${classes.panel}`}
      data-color-scheme={scheme}
      style={brandStyle(shades)}
      aria-label={name}
    >
      <strong>{name}</strong>
      <div inert className={classes.samples}>
        <Button>
          <Trans>Share an idea</Trans>
        </Button>
        <span className={classes.link}>
          <Trans>A link to an idea</Trans>
        </span>
        <span className={classes.badge}>
          <Trans>Now: ideas</Trans>
        </span>
      </div>
      <p className="dimmed">
        <Trans>
          Button {button} to 1, link {link} to 1: {shades[scheme]}
        </Trans>
      </p>
    </section>
  );
}
