import { PageTitle } from '@/components/PageTitle';

export function SignInPage({ next }: { next?: string }) {
  return <PageTitle>SignInPage</PageTitle>;
}
