import { useLingui } from '@lingui/react/macro';
import { useQuery } from 'urql';
import { EmptyState } from '@/components/EmptyState';
import { ErrorState } from '@/components/ErrorState';
import { PageTitle } from '@/components/PageTitle';
import { Skeletons } from '@/components/Skeletons';
import { graphql } from '@/gql';
import { useCompany } from '@/lib/company';
import { RulesForm } from './RulesForm';
import { SettingsForm } from './SettingsForm';

const CompanySettings = graphql(`
  query CompanySettings($slug: String!) {
    company(slug: $slug) {
      ...CompanySettingsFields
    }
  }
  fragment CompanySettingsFields on Company {
    ...CompanyContext
    emailDomains
    guidelines
    version
    rules {
      id
      position
      title
      text
    }
  }
`);

/** How the company's community works: for its managers. */
export function SettingsPage() {
  const { t } = useLingui();
  const { slug, viewerCan } = useCompany();
  const [{ data, error }, retry] = useQuery({
    query: CompanySettings,
    variables: { slug },
    // what somebody is editing must not be read under their hands from an older copy
    requestPolicy: 'network-only',
    pause: !viewerCan.manage,
  });
  if (!viewerCan.manage) return <EmptyState title={t`Only managers can change the settings`} />;
  if (error && !data) return <ErrorState error={error} retry={retry} />;
  if (!data?.company) return <Skeletons rows={2} height={240} />;
  return (
    <>
      <PageTitle>{t`Settings`}</PageTitle>
      <div className="stack">
        <SettingsForm company={data.company} />
        <RulesForm company={data.company} />
      </div>
    </>
  );
}
