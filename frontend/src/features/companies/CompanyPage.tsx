import { PageTitle } from '@/components/PageTitle';

export function CompanyPage() {
  return <PageTitle>CompanyPage</PageTitle>;
}
