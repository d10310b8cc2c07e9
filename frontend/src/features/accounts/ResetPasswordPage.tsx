import { PageTitle } from '@/components/PageTitle';

export function ResetPasswordPage({ token }: { token?: string }) {
  return <PageTitle>ResetPasswordPage</PageTitle>;
}
