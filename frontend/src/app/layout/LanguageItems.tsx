import { useMutation } from 'urql';
import { graphql } from '@/gql';
import { chooseLocale, currentLocale, type Locale, LOCALE_NAMES, LOCALES, toApiLocale } from '@/lib/i18n';
import { updateViewer, useViewer } from '@/lib/session';

const SaveLanguage = graphql(`
  mutation SaveLanguage($input: UpdateProfileInput!) {
    updateProfile(input: $input) {
      ...ViewerState
    }
  }
`);

/** The languages, each by its own name. Members get their mails in it, too. */
export function LanguageItems() {
  const viewer = useViewer();
  const [, save] = useMutation(SaveLanguage);
  const choose = async (wanted: Locale) => {
    await chooseLocale(wanted);
    if (!viewer) return;
    const { data } = await save({ input: { locale: toApiLocale(wanted) } });
    if (data) updateViewer(data.updateProfile);
  };
  return LOCALES.map((code) => (
    <button
      key={code}
      type="button"
      lang={code}
      aria-current={code === currentLocale() || undefined}
      onClick={() => void choose(code)}
    >
      {LOCALE_NAMES[code]}
    </button>
  ));
}
