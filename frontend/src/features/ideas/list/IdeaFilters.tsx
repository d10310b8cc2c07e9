import { plural } from '@lingui/core/macro';
import { Trans, useLingui } from '@lingui/react/macro';
import { IconAdjustmentsHorizontal } from '@tabler/icons-react';
import { lazy, Suspense, useId, useState } from 'react';
import { Button } from '@/components/Button';
import { Segmented } from '@/components/Segmented';
import type { Locale } from '@/gql/graphql';
import classes from './IdeaList.module.css';
import { type IdeaSearch, isFiltered, type Sort, SORTS } from './idea-search';
import { SearchField } from './SearchField';

export interface Choosing {
  search: IdeaSearch;
  onSearch: (search: IdeaSearch) => void;
  /** Tags in use here. */
  tags: string[];
  languages: Locale[];
}

/** In which order. Ideas found by words come best match first, or newest first. */
function Order({ search, onSearch }: Pick<Choosing, 'search' | 'onSearch'>) {
  const { t } = useLingui();
  const names: Record<Sort, string> = {
    trending: t`Trending`,
    top: t`Top`,
    new: t({ message: 'New', context: 'order' }),
    random: t`Random`,
    unanswered: t`Unanswered`,
  };
  const { q, sort = 'trending' } = search;
  const options = q
    ? ([
        ['trending', t`Best match`],
        ['new', names.new],
      ] as const)
    : SORTS.map((name) => [name, names[name]] as const);
  return (
    <Segmented
      label={t`Order`}
      value={q && sort !== 'new' ? 'trending' : sort}
      options={options}
      onChange={(chosen) => onSearch({ ...search, sort: chosen === 'trending' ? undefined : chosen })}
    />
  );
}

const loadChoices = () => import('../filters/IdeaChoices');
/** Most people read the list as it is: what leaves ideas out comes when they reach for it. */
const IdeaChoices = lazy(() => loadChoices().then((file) => ({ default: file.IdeaChoices })));

/** Search, order and filters of a list of ideas. */
export function IdeaFilters(props: Choosing) {
  const { search, onSearch } = props;
  const { t } = useLingui();
  const id = useId();
  const { tag, status, language, mine } = search;
  const active = [tag, status, language, mine].filter(Boolean).length;
  const [opened, setOpened] = useState(active > 0);
  return (
    <div className={classes.tools} role="search">
      <div className={classes.row}>
        <SearchField value={search.q ?? ''} onChange={(q) => onSearch({ ...search, q: q || undefined })} />
        <button
          type="button"
          className={classes.toggle}
          aria-expanded={opened}
          aria-controls={id}
          onPointerEnter={() => void loadChoices()}
          onFocus={() => void loadChoices()}
          onClick={() => setOpened(!opened)}
        >
          <IconAdjustmentsHorizontal size={18} aria-hidden />
          {active > 0 ? t`${plural(active, { one: '# filter', other: '# filters' })}` : t`Filter`}
        </button>
      </div>
      <Order search={search} onSearch={onSearch} />
      <div id={id} className={classes.filters} hidden={!opened}>
        {opened && (
          <Suspense>
            <IdeaChoices {...props} />
          </Suspense>
        )}
        {isFiltered(search) && (
          <Button variant="subtle" onClick={() => onSearch({ sort: search.sort, box: search.box })}>
            <Trans>Clear</Trans>
          </Button>
        )}
      </div>
    </div>
  );
}
