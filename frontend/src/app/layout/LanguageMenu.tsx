import { useLingui } from '@lingui/react/macro';
import { lazy } from 'react';
import { currentLocale, LOCALE_NAMES } from '@/lib/i18n';
import { Menu } from './Menu';

const LanguageItems = lazy(() => import('./LanguageItems').then((file) => ({ default: file.LanguageItems })));

/** The language of the pages; for members also that of their mails. */
export function LanguageMenu() {
  const { t } = useLingui();
  const locale = currentLocale();
  const name = LOCALE_NAMES[locale];
  return (
    <Menu label={locale.toUpperCase()} name={t`Language: ${name}`}>
      <LanguageItems />
    </Menu>
  );
}
