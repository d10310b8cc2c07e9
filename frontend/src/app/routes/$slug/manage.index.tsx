import { createFileRoute } from '@tanstack/react-router';
import { RequireSignIn } from '@/components/RequireSignIn';
import { ConsolePage } from '@/features/console/ConsolePage';
import { ChallengesSection } from '@/features/manage/ChallengesSection';

export const Route = createFileRoute('/$slug/manage/')({
  component: Page,
});

function Page() {
  return (
    <RequireSignIn>
      <ConsolePage challenges={<ChallengesSection />} />
    </RequireSignIn>
  );
}
