import { createFileRoute } from '@tanstack/react-router';
import { ChallengePage } from '@/features/challenges/ChallengePage';
import { later } from '@/components/Later';
import { JoinButton } from '@/components/JoinButton';
import { IdeaList } from '@/features/ideas/list/IdeaList';
import { type IdeaSearch, readIdeaSearch } from '@/features/ideas/list/idea-search';

const Winners = later(() => import('@/features/prizes/ChallengeWinners').then((file) => file.ChallengeWinners));

export const Route = createFileRoute('/$slug/c/$challengeSlug/')({
  validateSearch: readIdeaSearch,
  component: Page,
});

function Page() {
  const { challengeSlug } = Route.useParams();
  const search = Route.useSearch();
  const navigate = Route.useNavigate();
  const onSearch = (next: IdeaSearch) => void navigate({ search: next, replace: true, resetScroll: false });
  return (
    <ChallengePage
      key={challengeSlug}
      challengeSlug={challengeSlug}
      join={<JoinButton />}
      winners={(challengeId) => <Winners challengeId={challengeId} />}
      ideas={(list) => <IdeaList {...list} search={search} onSearch={onSearch} />}
    />
  );
}
