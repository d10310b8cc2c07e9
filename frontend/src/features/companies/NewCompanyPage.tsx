import { PageTitle } from '@/components/PageTitle';

export function NewCompanyPage() {
  return <PageTitle>NewCompanyPage</PageTitle>;
}
