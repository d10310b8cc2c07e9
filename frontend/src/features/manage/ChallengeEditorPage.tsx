import { PageTitle } from '@/components/PageTitle';

export function ChallengeEditorPage({ challengeId }: { challengeId: string }) {
  return <PageTitle>ChallengeEditorPage</PageTitle>;
}
