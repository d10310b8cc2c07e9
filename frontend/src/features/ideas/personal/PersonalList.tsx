import { Trans, useLingui } from '@lingui/react/macro';
import type { ReactNode } from 'react';
import { NativeSelect } from '@/components/fields/NativeSelect';
import { Button } from '@/components/Button';
import { EmptyState } from '@/components/EmptyState';
import { ErrorState } from '@/components/ErrorState';
import { IdeaRow } from '@/components/IdeaRow';
import { LoadMore } from '@/components/LoadMore';
import { Skeletons } from '@/components/Skeletons';
import { useStatusName } from '@/components/StatusBadge';
import { graphql } from '@/gql';
import type { IdeaStatus, PersonalIdeaFragment } from '@/gql/graphql';
import { useViewer } from '@/lib/session';
import type { usePages } from '@/lib/use-pages';
import { STATUSES } from '../list/idea-search';
import classes from './MyDrafts.module.css';
import type { PersonalSearch } from './personal-search';

graphql(`
  fragment PersonalIdea on Idea {
    ...IdeaRow
    company {
      id
      voteMode
    }
  }
`);

export interface ListProps {
  search: PersonalSearch;
  onSearch: (search: PersonalSearch) => void;
}

/** Which of them: by how far they are, and where. */
function Filters({ search, onSearch }: ListProps) {
  const { t } = useLingui();
  const statusName = useStatusName();
  const memberships = useViewer()?.memberships ?? [];
  const any = { value: '', label: t`Any` };
  return (
    <div className={classes.filters} role="search">
      <NativeSelect
        label={t`Status`}
        data={[any, ...STATUSES.map((value) => ({ value, label: statusName(value) }))]}
        value={search.status ?? ''}
        onChange={({ currentTarget }) =>
          onSearch({ ...search, status: (currentTarget.value as IdeaStatus) || undefined })
        }
      />
      {memberships.length > 1 && (
        <NativeSelect
          label={t`Company`}
          data={[any, ...memberships.map(({ company }) => ({ value: company.slug, label: company.name }))]}
          value={search.company ?? ''}
          onChange={({ currentTarget }) => onSearch({ ...search, company: currentTarget.value || undefined })}
        />
      )}
    </div>
  );
}

type Pages = Pick<
  ReturnType<typeof usePages<unknown, Record<string, never>, PersonalIdeaFragment>>,
  'nodes' | 'loading' | 'error' | 'retry' | 'hasNext' | 'loadMore' | 'loadingMore' | 'moreError' | 'stale'
>;

/** A list of ideas that somebody has to do with. */
export function PersonalList({ search, onSearch, pages, empty }: ListProps & { pages: Pages; empty: ReactNode }) {
  const { t } = useLingui();
  const filtered = Boolean(search.status ?? search.company);
  const nothing = !pages.loading && !pages.error && pages.nodes.length === 0;
  return (
    <>
      {(filtered || pages.nodes.length > 0) && <Filters search={search} onSearch={onSearch} />}
      {pages.error && <ErrorState error={pages.error} retry={pages.retry} />}
      {pages.loading && <Skeletons />}
      {nothing && !filtered && empty}
      {nothing && filtered && (
        <EmptyState
          title={t`None of these`}
          action={
            <Button variant="default" onClick={() => onSearch({})}>
              <Trans>Show all</Trans>
            </Button>
          }
        />
      )}
      {pages.nodes.length > 0 && (
        <ul className="plain surface" aria-busy={pages.stale && !pages.loadingMore}>
          {pages.nodes.map((idea) => (
            <li key={idea.id}>
              <IdeaRow idea={idea} mode={idea.company.voteMode} level={2} />
            </li>
          ))}
        </ul>
      )}
      <LoadMore {...pages} />
    </>
  );
}
