import { createFileRoute } from '@tanstack/react-router';
import { CompanyPage } from '@/features/companies/CompanyPage';

export const Route = createFileRoute('/$slug/')({
  component: Page,
});

function Page() {
  return <CompanyPage />;
}
