import { PageTitle } from '@/components/PageTitle';

export function MembersPage() {
  return <PageTitle>MembersPage</PageTitle>;
}
