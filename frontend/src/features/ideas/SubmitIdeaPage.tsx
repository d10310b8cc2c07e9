import { PageTitle } from '@/components/PageTitle';

export function SubmitIdeaPage({ challengeSlug }: { challengeSlug?: string }) {
  return <PageTitle>SubmitIdeaPage</PageTitle>;
}
