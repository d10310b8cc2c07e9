import { Trans, useLingui } from '@lingui/react/macro';
import { useForm } from '@mantine/form';
import { useEffect, useState } from 'react';
import { NativeSelect } from '@/components/fields/NativeSelect';
import { TextInput } from '@/components/fields/TextInput';
import { Textarea } from '@/components/fields/Textarea';
import { Button } from '@/components/Button';
import { Avatar } from '@/components/Avatar';
import { FileDrop } from '@/components/FileDrop';
import { FormErrorSummary } from '@/components/FormErrorSummary';
import { graphql } from '@/gql';
import { chooseLocale, fromApiLocale, LOCALE_NAMES, LOCALES, toApiLocale } from '@/lib/i18n';
import { updateViewer, type Viewer } from '@/lib/session';
import { toast } from '@/lib/toasts';
import { useAction } from '@/lib/use-action';
import classes from './ProfileForm.module.css';

const UpdateProfile = graphql(`
  mutation UpdateProfile($input: UpdateProfileInput!) {
    updateProfile(input: $input) {
      ...ViewerState
    }
  }
`);

interface Picture {
  /** Undefined: unchanged. Null: none. */
  id?: string | null;
  url: string | null | undefined;
}

/** How others see one, and in which language one is addressed. */
export function ProfileForm({ viewer }: { viewer: Viewer }) {
  const { t } = useLingui();
  const [picture, setPicture] = useState<Picture>({ url: viewer.avatarUrl });
  const form = useForm({
    initialValues: { displayName: viewer.displayName, bio: viewer.bio ?? '', locale: viewer.locale },
  });
  // chosen in the head of the page meanwhile
  useEffect(() => form.setFieldValue('locale', viewer.locale), [viewer.locale]);
  const update = useAction(UpdateProfile, { form });
  const submit = form.onSubmit(async (values) => {
    const data = await update.run({ input: { ...values, avatarFileId: picture.id } });
    if (!data) return;
    updateViewer(data.updateProfile);
    setPicture({ url: data.updateProfile.avatarUrl });
    await chooseLocale(fromApiLocale(data.updateProfile.locale));
    toast(t`Your profile is saved.`, { tone: 'success' });
  });
  return (
    <form className="form" onSubmit={submit} noValidate>
      <FormErrorSummary problem={update.problem} />
      <div className={classes.picture}>
        <Avatar name={form.values.displayName} url={picture.url} size={88} />
        <FileDrop
          label={t`Choose a picture`}
          description={t`PNG, JPEG or WebP`}
          purpose="avatar"
          onUploaded={({ id, thumbnailUrl, url }) => setPicture({ id, url: thumbnailUrl ?? url })}
        />
        {picture.url && (
          <Button variant="default" onClick={() => setPicture({ id: null, url: null })}>
            <Trans>Remove</Trans>
          </Button>
        )}
      </div>
      <TextInput
        label={t`Your name`}
        description={t`As others will see it`}
        autoComplete="name"
        required
        {...form.getInputProps('displayName')}
      />
      <Textarea
        label={t`About you`}
        description={t`Optional. A line or two for those who read your ideas.`}
        autosize
        minRows={3}
        {...form.getInputProps('bio')}
      />
      <NativeSelect
        label={t`Language`}
        description={t`Of the pages and of your mails`}
        data={LOCALES.map((locale) => ({ value: toApiLocale(locale), label: LOCALE_NAMES[locale] }))}
        {...form.getInputProps('locale')}
      />
      <Button type="submit" loading={update.busy}>
        <Trans>Save</Trans>
      </Button>
    </form>
  );
}
