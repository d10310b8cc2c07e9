import { PageTitle } from '@/components/PageTitle';

export function SignUpPage({ next }: { next?: string }) {
  return <PageTitle>SignUpPage</PageTitle>;
}
