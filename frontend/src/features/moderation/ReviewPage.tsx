import { PageTitle } from '@/components/PageTitle';

export function ReviewPage() {
  return <PageTitle>ReviewPage</PageTitle>;
}
