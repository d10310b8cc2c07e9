import { useLingui } from '@lingui/react/macro';
import { Checkbox } from '@/components/fields/Checkbox';
import { NativeSelect } from '@/components/fields/NativeSelect';
import { useStatusName } from '@/components/StatusBadge';
import { fromApiLocale, LOCALE_NAMES } from '@/lib/i18n';
import { useViewer } from '@/lib/session';
import type { Choosing } from '../list/IdeaFilters';
import { STATUSES } from '../list/idea-search';

/** The choices that leave ideas out. */
export function IdeaChoices({ search, onSearch, tags, languages }: Choosing) {
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
