import { Plural, Trans, useLingui } from '@lingui/react/macro';
import { IconEyeOff } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { Button } from '@/components/Button';
import { EmptyState } from '@/components/EmptyState';
import { ErrorState } from '@/components/ErrorState';
import { IdeaRow } from '@/components/IdeaRow';
import { later } from '@/components/Later';
import { LoadMore } from '@/components/LoadMore';
import { Skeletons } from '@/components/Skeletons';
import { graphql } from '@/gql';
import { useCompany } from '@/lib/company';
import { useFormat } from '@/lib/format';
import { useViewer } from '@/lib/session';
import { usePages } from '@/lib/use-pages';
import { IdeaFilters } from './IdeaFilters';
import classes from './IdeaList.module.css';
import { type IdeaSearch, isFiltered, toArguments } from './idea-search';

/** Without it the list is as it was read. */
const LiveList = later(() => import('./LiveList').then((file) => file.LiveList));

const ListedIdeas = graphql(`
  query ListedIdeas(
    $companyId: ID!
    $challengeId: ID
    $ideaBoxOnly: Boolean
    $order: IdeaOrder!
    $filter: IdeaFilter
    $counted: Boolean!
    $after: String
  ) {
    ideas(
      companyId: $companyId
      challengeId: $challengeId
      ideaBoxOnly: $ideaBoxOnly
      order: $order
      filter: $filter
      first: 20
      after: $after
    ) {
      totalCount @include(if: $counted)
      edges {
        node {
          ...IdeaRow
        }
      }
      pageInfo {
        hasNextPage
        endCursor
      }
    }
  }
`);

interface Props {
  /** Only answers to this challenge. */
  challengeId?: string;
  search: IdeaSearch;
  onSearch: (search: IdeaSearch) => void;
  /** Votes are counted in secret until then. */
  countsHiddenUntil?: string | null;
  /** The way to write one, where that is allowed. */
  share?: ReactNode;
  /** Of the titles among the page's headings. */
  level?: 2 | 3;
}

/** Nothing found, or nothing there yet. */
function Nothing({ search, onSearch, share }: Pick<Props, 'search' | 'onSearch' | 'share'>) {
  const { t } = useLingui();
  if (isFiltered(search))
    return (
      <EmptyState
        title={t`No idea fits this search`}
        action={
          <Button variant="default" onClick={() => onSearch({ sort: search.sort, box: search.box })}>
            <Trans>Show all ideas</Trans>
          </Button>
        }
      >
        <Trans>Try fewer words, or other filters.</Trans>
      </EmptyState>
    );
  if (search.sort === 'unanswered')
    return (
      <EmptyState title={t`Every idea has an answer`}>
        <Trans>The company has replied to all of them.</Trans>
      </EmptyState>
    );
  return (
    <EmptyState title={share ? t`Be the first to share an idea` : t`No ideas yet`} action={share}>
      {share && <Trans>It need not be perfect: others help to make it better.</Trans>}
    </EmptyState>
  );
}

/** Ideas of a company or of one challenge: searched, ordered, filtered, page by page. */
export function IdeaList({ challengeId, search, onSearch, countsHiddenUntil, share, level = 3 }: Props) {
  const format = useFormat();
  const viewer = useViewer();
  const { id: companyId, voteMode, tags, languages } = useCompany();
  const counted = isFiltered(search);
  const scope = challengeId ? { ...search, box: undefined } : search;
  const variables = { companyId, challengeId, counted, ...toArguments(scope, viewer?.id) };
  const pages = usePages(ListedIdeas, variables, ({ ideas }) => ideas);
  const { nodes, totalCount, loading, stale, error } = pages;
  // the newest first, or one would not see them
  const showNew = () => (search.sort === 'new' ? pages.retry() : onSearch({ ...search, sort: 'new' }));
  return (
    <section>
      <IdeaFilters search={search} onSearch={onSearch} tags={tags} languages={languages} />
      {countsHiddenUntil && (
        <p className={classes.note}>
          <IconEyeOff size={18} aria-hidden />
          <Trans>
            So that every idea gets a fair chance, votes are hidden until {format.dateTime(countsHiddenUntil)}.
          </Trans>
        </p>
      )}
      <p role="status" className={classes.count}>
        {counted && !stale && totalCount != null && (
          <Plural value={totalCount} one="# idea found" other="# ideas found" />
        )}
      </p>
      {!loading && (
        <LiveList
          companyId={companyId}
          challengeId={challengeId}
          ideaBoxOnly={scope.box}
          ideaIds={nodes.map(({ id }) => id)}
          takesNew={!counted}
          onShow={showNew}
        />
      )}
      {error && <ErrorState error={error} retry={pages.retry} />}
      {loading && <Skeletons rows={6} />}
      {!loading && !error && nodes.length === 0 && <Nothing search={search} onSearch={onSearch} share={share} />}
      {nodes.length > 0 && (
        <ul className="plain surface" aria-busy={stale && !pages.loadingMore}>
          {nodes.map((idea) => (
            <li key={idea.id}>
              <IdeaRow idea={idea} mode={voteMode} level={level} />
            </li>
          ))}
        </ul>
      )}
      <LoadMore {...pages} />
    </section>
  );
}
