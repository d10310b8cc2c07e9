import { createFileRoute } from '@tanstack/react-router';
import { CompanyPage } from '@/features/companies/CompanyPage';
import { choiceParam } from '@/lib/search';

const LISTS = ['open', 'upcoming', 'past', 'mine'] as const;

export const Route = createFileRoute('/$slug/')({
  validateSearch: (search: Record<string, unknown>): { list?: (typeof LISTS)[number] } => ({
    list: choiceParam(search.list, LISTS),
  }),
  component: Page,
});

function Page() {
  const { list = 'open' } = Route.useSearch();
  return <CompanyPage list={list} />;
}
