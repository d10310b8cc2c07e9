import { Trans, useLingui } from '@lingui/react/macro';
import { useForm } from '@mantine/form';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { TextInput } from '@/components/fields/TextInput';
import { Button } from '@/components/Button';
import { FormErrorSummary } from '@/components/FormErrorSummary';
import { PageTitle } from '@/components/PageTitle';
import { graphql } from '@/gql';
import { currentLocale, toApiLocale } from '@/lib/i18n';
import { useAction } from '@/lib/use-action';
import { useReloadViewer } from '@/lib/use-reload-viewer';
import { AboutFields, type AboutValues } from './company-fields';

const CreateCompany = graphql(`
  mutation CreateCompany($input: CreateCompanyInput!) {
    createCompany(input: $input) {
      ...CompanyContext
    }
  }
`);

/** “Panadería Ñ & Cía.” as an address: “panaderia-n-cia”. */
const toSlug = (name: string): string =>
  name
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '')
    .slice(0, 40);

/** Creating a company: whoever does it owns it. */
export function NewCompanyPage() {
  const { t } = useLingui();
  const navigate = useNavigate();
  const reload = useReloadViewer();
  const [ownSlug, setOwnSlug] = useState(false);
  const language = toApiLocale(currentLocale());
  const initialValues: AboutValues & { slug: string } = {
    name: '',
    slug: '',
    description: '',
    languages: [language],
    defaultLanguage: language,
    brandColor: '#0b7363',
    visibility: 'PUBLIC',
  };
  const form = useForm({ initialValues });
  const create = useAction(CreateCompany, { form });
  const submit = form.onSubmit(async (input) => {
    const data = await create.run({ input });
    if (!data) return;
    await reload();
    await navigate({ to: '/$slug', params: { slug: data.createCompany.slug } });
  });
  const name = form.getInputProps('name');
  const slug = form.getInputProps('slug');
  return (
    <div className="narrow">
      <PageTitle lead={t`A place where your customers tell you what to make better, and see it happen.`}>
        {t`Create a company`}
      </PageTitle>
      <form className="form" onSubmit={submit} noValidate>
        <FormErrorSummary problem={create.problem} />
        <TextInput
          label={t`Name`}
          required
          {...name}
          onChange={(event) => {
            name.onChange(event);
            if (!ownSlug) form.setFieldValue('slug', toSlug(event.currentTarget.value));
          }}
        />
        <TextInput
          label={t`Address`}
          description={`${location.host}/${form.values.slug || '…'}`}
          required
          {...slug}
          onChange={(event) => {
            slug.onChange(event);
            setOwnSlug(true);
          }}
        />
        <AboutFields form={form} />
        <Button type="submit" size="md" loading={create.busy}>
          <Trans>Create it</Trans>
        </Button>
      </form>
    </div>
  );
}
