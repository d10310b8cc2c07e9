import { createFileRoute } from '@tanstack/react-router';
import { IdeasPage } from '@/features/ideas/IdeasPage';
import { readIdeaSearch } from '@/features/ideas/list/idea-search';

export const Route = createFileRoute('/$slug/ideas')({
  validateSearch: readIdeaSearch,
  component: Page,
});

function Page() {
  const search = Route.useSearch();
  const navigate = Route.useNavigate();
  return (
    <IdeasPage
      search={search}
      onSearch={(next) => void navigate({ search: next, replace: true, resetScroll: false })}
    />
  );
}
