import { PageTitle } from '@/components/PageTitle';

export function HomePage() {
  return <PageTitle>HomePage</PageTitle>;
}
