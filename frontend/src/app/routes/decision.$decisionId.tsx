import { createFileRoute } from '@tanstack/react-router';
import { RequireSignIn } from '@/components/RequireSignIn';
import { DecisionPage } from '@/features/redress/decision/DecisionPage';

export const Route = createFileRoute('/decision/$decisionId')({ component: Page });

function Page() {
  const { decisionId } = Route.useParams();
  return (
    <RequireSignIn>
      <DecisionPage key={decisionId} decisionId={decisionId} />
    </RequireSignIn>
  );
}
