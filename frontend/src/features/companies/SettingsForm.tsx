import { Trans, useLingui } from '@lingui/react/macro';
import { useForm, type UseFormReturnType } from '@mantine/form';
import { Switch } from '@/components/fields/Checkbox';
import { NativeSelect } from '@/components/fields/NativeSelect';
import { TextInput } from '@/components/fields/TextInput';
import { Button } from '@/components/Button';
import { FormErrorSummary } from '@/components/FormErrorSummary';
import { MarkdownEditor } from '@/components/MarkdownEditor';
import { TagInput } from '@/components/TagInput';
import { graphql } from '@/gql';
import type { CompanySettingsFieldsFragment, JoinPolicy, PreModeration, VoteMode } from '@/gql/graphql';
import { toast } from '@/lib/toasts';
import { useAction } from '@/lib/use-action';
import { AboutFields, type AboutValues } from './company-fields';

const UpdateCompany = graphql(`
  mutation UpdateCompany($input: UpdateCompanyInput!) {
    updateCompany(input: $input) {
      ...CompanySettingsFields
    }
  }
`);

interface Values extends AboutValues {
  joinPolicy: JoinPolicy;
  emailDomains: string[];
  preModeration: PreModeration;
  voteMode: VoteMode;
  guidelines: string;
  ideaBoxOpen: boolean;
  tags: string[];
}

/** Who comes in, what is looked at first, how people vote. */
function CommunityFields({ form }: { form: UseFormReturnType<Values> }) {
  const { t } = useLingui();
  return (
    <>
      <h2>
        <Trans>The community</Trans>
      </h2>
      <NativeSelect
        label={t`Who may join`}
        data={[
          { value: 'OPEN', label: t`Everybody` },
          { value: 'EMAIL_DOMAIN', label: t`People with an address of certain domains` },
          { value: 'INVITATION', label: t`Only who is invited` },
        ]}
        {...form.getInputProps('joinPolicy')}
      />
      {form.values.joinPolicy === 'EMAIL_DOMAIN' && (
        <TagInput
          label={t`Domains, such as example.org`}
          maxTags={20}
          maxLength={253}
          {...form.getInputProps('emailDomains')}
        />
      )}
      <NativeSelect
        label={t`Reviewed before it is published`}
        data={[
          { value: 'NOTHING', label: t`Nothing` },
          { value: 'NEWCOMERS', label: t`What newcomers write` },
          { value: 'EVERYTHING', label: t`Everything` },
        ]}
        {...form.getInputProps('preModeration')}
      />
      <NativeSelect
        label={t`Votes`}
        data={[
          { value: 'UP', label: t`For an idea` },
          { value: 'UP_DOWN', label: t`For or against an idea` },
        ]}
        {...form.getInputProps('voteMode')}
      />
      <Switch label={t`The idea box takes new ideas`} {...form.getInputProps('ideaBoxOpen', { type: 'checkbox' })} />
      <TagInput
        label={t`Tags you propose`}
        description={t`Offered to who writes an idea, so that ideas about the same are found together. Press Enter after each.`}
        maxTags={50}
        maxLength={40}
        {...form.getInputProps('tags')}
      />
      <MarkdownEditor
        label={t`Welcome and house rules, in your own words`}
        {...form.getInputProps('guidelines')}
        value={form.values.guidelines}
      />
    </>
  );
}

const valuesOf = (company: CompanySettingsFieldsFragment): Values => ({
  name: company.name,
  description: company.description,
  languages: company.languages,
  defaultLanguage: company.defaultLanguage,
  brandColor: company.brandColor,
  visibility: company.visibility,
  joinPolicy: company.joinPolicy,
  emailDomains: company.emailDomains ?? [],
  preModeration: company.preModeration,
  voteMode: company.voteMode,
  guidelines: company.guidelines,
  ideaBoxOpen: company.ideaBoxOpen,
  tags: company.tags,
});

export function SettingsForm({ company }: { company: CompanySettingsFieldsFragment }) {
  const { t } = useLingui();
  const form = useForm<Values>({ initialValues: valuesOf(company) });
  const update = useAction(UpdateCompany, { form });
  const submit = form.onSubmit(async ({ emailDomains, ...values }) => {
    const domains = values.joinPolicy === 'EMAIL_DOMAIN' ? { emailDomains } : {};
    const input = { companyId: company.id, version: company.version, ...values, ...domains };
    if (await update.run({ input })) toast(t`The settings are saved.`, { tone: 'success' });
  });
  return (
    <form className="form" onSubmit={submit} noValidate>
      <h2>
        <Trans>The company</Trans>
      </h2>
      <FormErrorSummary problem={update.problem} />
      <TextInput label={t`Name`} required {...form.getInputProps('name')} />
      <AboutFields form={form as unknown as UseFormReturnType<AboutValues>} logoUrl={company.logoUrl} />
      <CommunityFields form={form} />
      <Button type="submit" loading={update.busy}>
        <Trans>Save settings</Trans>
      </Button>
    </form>
  );
}
