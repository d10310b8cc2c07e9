import { useLingui } from '@lingui/react/macro';
import { IconMoon, IconSun } from '@tabler/icons-react';
import { chooseColorScheme, useColorScheme } from '@/lib/color-scheme';
import classes from './Menu.module.css';

/** Light or dark; until it is used, the device decides. */
export function ThemeToggle() {
  const { t } = useLingui();
  const dark = useColorScheme() === 'dark';
  return (
    <button
      type="button"
      className={classes.button}
      aria-label={dark ? t`Use light colours` : t`Use dark colours`}
      onClick={() => chooseColorScheme(dark ? 'light' : 'dark')}
    >
      {dark ? <IconSun size={20} aria-hidden /> : <IconMoon size={20} aria-hidden />}
    </button>
  );
}
