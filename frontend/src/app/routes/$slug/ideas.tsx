import { createFileRoute } from '@tanstack/react-router';
import { IdeasPage } from '@/features/ideas/IdeasPage';

export const Route = createFileRoute('/$slug/ideas')({
  component: Page,
});

function Page() {
  return <IdeasPage />;
}
