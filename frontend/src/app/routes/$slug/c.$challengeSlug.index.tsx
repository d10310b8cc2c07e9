import { createFileRoute } from '@tanstack/react-router';
import { ChallengePage } from '@/features/challenges/ChallengePage';

export const Route = createFileRoute('/$slug/c/$challengeSlug/')({
  component: Page,
});

function Page() {
  const { challengeSlug } = Route.useParams();
  return <ChallengePage challengeSlug={challengeSlug} />;
}
