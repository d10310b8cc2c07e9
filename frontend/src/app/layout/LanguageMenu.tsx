import { useLingui } from '@lingui/react/macro';
import { useMutation } from 'urql';
import { graphql } from '@/gql';
import { chooseLocale, currentLocale, type Locale, LOCALE_NAMES, LOCALES, toApiLocale } from '@/lib/i18n';
import { updateViewer, useViewer } from '@/lib/session';
import { Menu } from './Menu';

const SaveLanguage = graphql(`
  mutation SaveLanguage($input: UpdateProfileInput!) {
    updateProfile(input: $input) {
      ...ViewerState
    }
  }
`);

/** The language of the pages; for members also that of their mails. */
export function LanguageMenu() {
  const { t } = useLingui();
  const viewer = useViewer();
  const [, save] = useMutation(SaveLanguage);
  const locale = currentLocale();
  const choose = async (wanted: Locale) => {
    await chooseLocale(wanted);
    if (!viewer) return;
    const { data } = await save({ input: { locale: toApiLocale(wanted) } });
    if (data) updateViewer(data.updateProfile);
  };
  const name = LOCALE_NAMES[locale];
  return (
    <Menu label={locale.toUpperCase()} name={t`Language: ${name}`}>
      {LOCALES.map((code) => (
        <button
          key={code}
          type="button"
          lang={code}
          aria-current={code === locale || undefined}
          onClick={() => void choose(code)}
        >
          {LOCALE_NAMES[code]}
        </button>
      ))}
    </Menu>
  );
}
