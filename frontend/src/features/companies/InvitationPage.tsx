import { PageTitle } from '@/components/PageTitle';

export function InvitationPage({ token }: { token?: string }) {
  return <PageTitle>InvitationPage</PageTitle>;
}
