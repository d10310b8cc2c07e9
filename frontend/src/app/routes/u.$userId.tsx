import { createFileRoute } from '@tanstack/react-router';
import { PersonPage } from '@/features/accounts/PersonPage';
import { MemberIdeas } from '@/features/ideas/personal/MemberIdeas';

export const Route = createFileRoute('/u/$userId')({
  component: Page,
});

function Page() {
  const { userId } = Route.useParams();
  return <PersonPage key={userId} userId={userId} ideas={<MemberIdeas userId={userId} />} />;
}
