import { createFileRoute, Outlet } from '@tanstack/react-router';
import { CompanyLayout } from '@/features/companies/CompanyLayout';

export const Route = createFileRoute('/$slug')({ component: Page });

function Page() {
  const { slug } = Route.useParams();
  return (
    <CompanyLayout key={slug} slug={slug}>
      <Outlet />
    </CompanyLayout>
  );
}
