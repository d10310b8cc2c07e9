import { PageTitle } from '@/components/PageTitle';

export function SubmitIdeaPage({ challengeSlug }: { challengeSlug?: string; draftId?: string }) {
  return <PageTitle>SubmitIdeaPage</PageTitle>;
}
