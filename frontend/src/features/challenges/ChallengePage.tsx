import { PageTitle } from '@/components/PageTitle';

export function ChallengePage({ challengeSlug }: { challengeSlug: string }) {
  return <PageTitle>ChallengePage</PageTitle>;
}
