import { useLingui } from '@lingui/react/macro';
import { Checkbox, Group, NativeSelect, Textarea, TextInput } from '@mantine/core';
import type { UseFormReturnType } from '@mantine/form';
import { useState } from 'react';
import { Avatar } from '@/components/Avatar';
import { FileDrop } from '@/components/FileDrop';
import type { CompanyVisibility, Locale as ApiLocale } from '@/gql/graphql';
import { fromApiLocale, LOCALE_NAMES, LOCALES, toApiLocale } from '@/lib/i18n';

/** What a company says of itself, when founded and later. */
export interface AboutValues {
  name: string;
  description: string;
  languages: ApiLocale[];
  defaultLanguage: ApiLocale;
  brandColor: string;
  visibility: CompanyVisibility;
  /** Undefined: unchanged. Null: none. */
  logoFileId?: string | null;
}

interface Props<Values extends AboutValues> {
  form: UseFormReturnType<Values>;
  logoUrl?: string | null;
}

/** Languages spoken, and the one for whoever speaks none of them. */
function LanguageFields<Values extends AboutValues>({ form }: Props<Values>) {
  const { t } = useLingui();
  return (
    <>
      <Checkbox.Group label={t`Languages of the community`} {...form.getInputProps('languages')}>
        <Group mt={6} gap="lg">
          {LOCALES.map((locale) => (
            <Checkbox key={locale} value={toApiLocale(locale)} label={LOCALE_NAMES[locale]} />
          ))}
        </Group>
      </Checkbox.Group>
      <NativeSelect
        label={t`Main language`}
        data={form.values.languages.map((code) => ({ value: code, label: LOCALE_NAMES[fromApiLocale(code)] }))}
        {...form.getInputProps('defaultLanguage')}
      />
    </>
  );
}

function LogoField<Values extends AboutValues>({ form, logoUrl }: Props<Values>) {
  const { t } = useLingui();
  const [url, setUrl] = useState(logoUrl);
  return (
    <Group wrap="nowrap">
      <Avatar name={form.values.name} url={url} square size={72} />
      <div style={{ flex: 1 }}>
        <FileDrop
          label={t`Choose a logo`}
          description={t`PNG, JPEG or WebP`}
          purpose="logo"
          onUploaded={(file) => {
            form.setFieldValue('logoFileId', file.id as never);
            setUrl(file.thumbnailUrl ?? file.url);
          }}
        />
      </div>
    </Group>
  );
}

export function AboutFields<Values extends AboutValues>({ form, logoUrl }: Props<Values>) {
  const { t } = useLingui();
  return (
    <>
      <Textarea
        label={t`Your promise`}
        description={t`One or two sentences: what you want to make with your customers, and what they can expect.`}
        autosize
        minRows={2}
        required
        {...form.getInputProps('description')}
      />
      <LanguageFields form={form} />
      <LogoField form={form} logoUrl={logoUrl} />
      <TextInput label={t`Colour`} type="color" maw={160} {...form.getInputProps('brandColor')} />
      <NativeSelect
        label={t`Who can see it`}
        data={[
          { value: 'PUBLIC', label: t`Everybody` },
          { value: 'PRIVATE', label: t`Members only; others do not learn that it exists` },
        ]}
        {...form.getInputProps('visibility')}
      />
    </>
  );
}
