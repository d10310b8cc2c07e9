import { PageTitle } from '@/components/PageTitle';

export function PersonPage({ userId }: { userId: string }) {
  return <PageTitle>PersonPage</PageTitle>;
}
