import { createFileRoute } from '@tanstack/react-router';
import { PersonPage } from '@/features/accounts/PersonPage';

export const Route = createFileRoute('/u/$userId')({
  component: Page,
});

function Page() {
  const { userId } = Route.useParams();
  return <PersonPage userId={userId} />;
}
