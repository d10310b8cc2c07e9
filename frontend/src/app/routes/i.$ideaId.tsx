import { createFileRoute } from '@tanstack/react-router';
import { Discussion } from '@/features/comments/Discussion';
import { IdeaPage } from '@/features/ideas/IdeaPage';

export const Route = createFileRoute('/i/$ideaId')({ component: Page });

function Page() {
  const { ideaId } = Route.useParams();
  return <IdeaPage key={ideaId} ideaId={ideaId} discussion={<Discussion ideaId={ideaId} />} />;
}
