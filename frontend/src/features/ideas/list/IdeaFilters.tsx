import { plural } from '@lingui/core/macro';
import { Trans, useLingui } from '@lingui/react/macro';
import { IconAdjustmentsHorizontal } from '@tabler/icons-react';
import { useId, useState } from 'react';
import { Checkbox } from '@/components/fields/Checkbox';
import { NativeSelect } from '@/components/fields/NativeSelect';
import { Button } from '@/components/Button';
import { Segmented } from '@/components/Segmented';
import { useStatusName } from '@/components/StatusBadge';
import type { Locale } from '@/gql/graphql';
import { fromApiLocale, LOCALE_NAMES } from '@/lib/i18n';
import { useViewer } from '@/lib/session';
import classes from './IdeaList.module.css';
import { type IdeaSearch, isFiltered, type Sort, SORTS, STATUSES } from './idea-search';
import { SearchField } from './SearchField';

interface Props {
  search: IdeaSearch;
  onSearch: (search: IdeaSearch) => void;
  /** Tags in use here. */
  tags: string[];
  languages: Locale[];
}

/** In which order. Ideas found by words come best match first, or newest first. */
function Order({ search, onSearch }: Pick<Props, 'search' | 'onSearch'>) {
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

/** The choices that leave ideas out. */
function Choices({ search, onSearch, tags, languages }: Props) {
  const { t } = useLingui();
  const statusName = useStatusName();
  const viewer = useViewer();
  const any = { value: '', label: t`Any` };
  const options = <T extends string>(values: readonly T[], nameOf: (value: T) => string) => [
    any,
    ...values.map((value) => ({ value, label: nameOf(value) })),
  ];
  const tagsShown = search.tag && !tags.includes(search.tag) ? [search.tag, ...tags] : tags;
  const choose =
    (name: 'status' | 'tag' | 'language') =>
    ({ currentTarget }: { currentTarget: HTMLSelectElement }) =>
      onSearch({ ...search, [name]: currentTarget.value || undefined });
  return (
    <>
      <NativeSelect
        label={t`Status`}
        data={options(STATUSES, statusName)}
        value={search.status ?? ''}
        onChange={choose('status')}
      />
      {tagsShown.length > 0 && (
        <NativeSelect
          label={t`Tag`}
          data={options(tagsShown, (tag) => tag)}
          value={search.tag ?? ''}
          onChange={choose('tag')}
        />
      )}
      {languages.length > 1 && (
        <NativeSelect
          label={t`Language`}
          data={options(languages, (language) => LOCALE_NAMES[fromApiLocale(language)])}
          value={search.language ?? ''}
          onChange={choose('language')}
        />
      )}
      {viewer && (
        <Checkbox
          label={t`Only mine`}
          checked={search.mine ?? false}
          onChange={({ currentTarget }) => onSearch({ ...search, mine: currentTarget.checked || undefined })}
        />
      )}
    </>
  );
}

/** Search, order and filters of a list of ideas. */
export function IdeaFilters(props: Props) {
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
          onClick={() => setOpened(!opened)}
        >
          <IconAdjustmentsHorizontal size={18} aria-hidden />
          {active > 0 ? t`${plural(active, { one: '# filter', other: '# filters' })}` : t`Filter`}
        </button>
      </div>
      <Order search={search} onSearch={onSearch} />
      <div id={id} className={classes.filters} hidden={!opened}>
        <Choices {...props} />
        {isFiltered(search) && (
          <Button variant="subtle" onClick={() => onSearch({ sort: search.sort, box: search.box })}>
            <Trans>Clear</Trans>
          </Button>
        )}
      </div>
    </div>
  );
}
