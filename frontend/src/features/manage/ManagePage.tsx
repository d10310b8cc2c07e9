import { PageTitle } from '@/components/PageTitle';

export function ManagePage() {
  return <PageTitle>ManagePage</PageTitle>;
}
