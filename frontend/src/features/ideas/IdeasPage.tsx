import { PageTitle } from '@/components/PageTitle';

export function IdeasPage() {
  return <PageTitle>IdeasPage</PageTitle>;
}
