import { PageTitle } from '@/components/PageTitle';

export function VerifyEmailPage({ token }: { token?: string }) {
  return <PageTitle>VerifyEmailPage</PageTitle>;
}
