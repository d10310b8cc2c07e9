import { createFileRoute, Outlet } from '@tanstack/react-router';
import { lazy, Suspense } from 'react';
import { CompanyLayout } from '@/features/companies/CompanyLayout';

const SanctionNotice = lazy(() =>
  import('@/features/redress/standing/SanctionNotice').then((file) => ({ default: file.SanctionNotice })),
);

export const Route = createFileRoute('/$slug')({ component: Page });

function Page() {
  const { slug } = Route.useParams();
  return (
    <CompanyLayout
      key={slug}
      slug={slug}
      sanction={
        <Suspense>
          <SanctionNotice />
        </Suspense>
      }
    >
      <Outlet />
    </CompanyLayout>
  );
}
