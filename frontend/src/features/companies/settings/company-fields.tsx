import { Trans, useLingui } from '@lingui/react/macro';
import type { UseFormReturnType } from '@mantine/form';
import { useState } from 'react';
import { CheckboxGroup } from '@/components/fields/Checkbox';
import { NativeSelect } from '@/components/fields/NativeSelect';
import { Textarea } from '@/components/fields/Textarea';
import { Button } from '@/components/Button';
import { Avatar } from '@/components/Avatar';
import { FileDrop } from '@/components/FileDrop';
import type { CompanyVisibility, Locale as ApiLocale } from '@/gql/graphql';
import { thenNext } from '@/lib/focus';
import { fromApiLocale, LOCALE_NAMES, LOCALES, toApiLocale } from '@/lib/i18n';
import { BrandField } from './BrandField';
import { useChoices } from './settings-choices';

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
export function LanguageFields<Values extends AboutValues>({ form }: Props<Values>) {
  const { t } = useLingui();
  const languages = form.getInputProps('languages') as { onChange: (chosen: ApiLocale[]) => void };
  const choose = (chosen: ApiLocale[]) => {
    languages.onChange(chosen);
    // the select would show another one than the form holds
    if (chosen[0] && !chosen.includes(form.values.defaultLanguage))
      form.setFieldValue('defaultLanguage', chosen[0] as never);
  };
  return (
    <>
      <CheckboxGroup
        label={t`Languages of the community`}
        data={LOCALES.map((locale) => ({ value: toApiLocale(locale), label: LOCALE_NAMES[locale] }))}
        {...languages}
        value={form.values.languages}
        onChange={choose}
      />
      <NativeSelect
        label={t`Main language`}
        data={form.values.languages.map((code) => ({ value: code, label: LOCALE_NAMES[fromApiLocale(code)] }))}
        {...form.getInputProps('defaultLanguage')}
      />
    </>
  );
}

/** Its picture beside its name. */
export function LogoField<Values extends AboutValues>({ form, logoUrl }: Props<Values>) {
  const { t } = useLingui();
  const [chosen, setChosen] = useState<string | null>(null);
  const { logoFileId } = form.values;
  const url = logoFileId === undefined ? logoUrl : logoFileId && chosen;
  return (
    <div className="row" data-lines>
      <Avatar name={form.values.name} url={url} square size={72} />
      <div style={{ flex: 1 }}>
        <FileDrop
          label={t`Choose a logo`}
          description={t`PNG, JPEG or WebP`}
          purpose="logo"
          onUploaded={(file) => {
            form.setFieldValue('logoFileId', file.id as never);
            setChosen(file.thumbnailUrl ?? file.url);
          }}
        />
      </div>
      {url && (
        <Button variant="default" onClick={thenNext(() => form.setFieldValue('logoFileId', null as never))}>
          <Trans>Remove</Trans>
        </Button>
      )}
    </div>
  );
}

/** What it wants to make with its customers. */
export function PromiseField<Values extends AboutValues>({ form }: Props<Values>) {
  const { t } = useLingui();
  return (
    <Textarea
      label={t`Your promise`}
      description={t`One or two sentences: what you want to make with your customers, and what they can expect.`}
      autosize
      minRows={2}
      maxLength={500}
      required
      {...form.getInputProps('description')}
    />
  );
}

export function VisibilityField<Values extends AboutValues>({ form }: Props<Values>) {
  const { t } = useLingui();
  return (
    <NativeSelect label={t`Who can see it`} data={useChoices().visibility} {...form.getInputProps('visibility')} />
  );
}

/** All of it, for a company that is being founded. */
export const AboutFields = <Values extends AboutValues>({ form, logoUrl }: Props<Values>) => (
  <>
    <PromiseField form={form} />
    <LanguageFields form={form} />
    <LogoField form={form} logoUrl={logoUrl} />
    <BrandField form={form} />
    <VisibilityField form={form} />
  </>
);
