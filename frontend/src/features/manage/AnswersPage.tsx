import { PageTitle } from '@/components/PageTitle';

export function AnswersPage() {
  return <PageTitle>AnswersPage</PageTitle>;
}
