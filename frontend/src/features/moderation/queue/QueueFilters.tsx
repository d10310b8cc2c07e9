import { Trans, useLingui } from '@lingui/react/macro';
import { Button } from '@/components/Button';
import { Checkbox } from '@/components/fields/Checkbox';
import { NativeSelect } from '@/components/fields/NativeSelect';
import type { Locale, ReviewKind, ReviewState } from '@/gql/graphql';
import { useCompany } from '@/lib/company';
import { fromApiLocale, LOCALE_NAMES } from '@/lib/i18n';
import { useRules } from '../decide/rules';
import { useKindName, useStateName } from '../review/names';
import classes from './Queue.module.css';
import { type Age, AGES, isNarrowed, KINDS, type ReviewSearch, STATES } from './review-search';

interface Props {
  search: ReviewSearch;
  onSearch: (search: ReviewSearch) => void;
}

/** Which reviews are listed. All of it is in the address. */
export function QueueFilters({ search, onSearch }: Props) {
  const { t } = useLingui();
  const { languages } = useCompany();
  const kindName = useKindName();
  const stateName = useStateName();
  const rules = useRules();
  const all = { value: '', label: t`All` };
  const change = (part: Partial<ReviewSearch>) => onSearch({ ...search, open: undefined, ...part });
  return (
    <div className={classes.filters} role="search" aria-label={t`Filters`}>
      <NativeSelect
        label={t`State`}
        value={search.state ?? 'PENDING'}
        data={STATES.map((value) => ({ value, label: stateName(value) }))}
        onChange={({ currentTarget: { value } }) =>
          // what is decided is late no more
          change({
            state: value === 'PENDING' ? undefined : (value as ReviewState),
            overdue: value === 'PENDING' ? search.overdue : undefined,
          })
        }
      />
      <NativeSelect
        label={t`Kind`}
        value={search.kind ?? ''}
        data={[all, ...KINDS.map((value) => ({ value, label: kindName(value) }))]}
        onChange={({ currentTarget: { value } }) => change({ kind: (value || undefined) as ReviewKind | undefined })}
      />
      <NativeSelect
        label={t`Guideline`}
        value={search.rule ?? ''}
        data={[all, ...rules.map(({ id, title }) => ({ value: id, label: title }))]}
        onChange={({ currentTarget: { value } }) => change({ rule: value || undefined })}
      />
      {languages.length > 1 && (
        <NativeSelect
          label={t`Language`}
          value={search.language ?? ''}
          data={[all, ...languages.map((value) => ({ value, label: LOCALE_NAMES[fromApiLocale(value)] }))]}
          onChange={({ currentTarget: { value } }) => change({ language: (value || undefined) as Locale | undefined })}
        />
      )}
      <AgeFilter search={search} onSearch={change} />
      {!search.state && (
        <Checkbox
          className={classes.overdueOnly}
          label={t`Overdue only`}
          checked={search.overdue ?? false}
          onChange={({ currentTarget: { checked } }) => change({ overdue: checked || undefined })}
        />
      )}
      {isNarrowed(search) && (
        <Button variant="subtle" onClick={() => onSearch({})}>
          <Trans>Clear</Trans>
        </Button>
      )}
    </div>
  );
}

function AgeFilter({
  search: { age },
  onSearch,
}: {
  search: ReviewSearch;
  onSearch: (part: Pick<ReviewSearch, 'age'>) => void;
}) {
  const { t } = useLingui();
  const ageName: Record<Age, string> = {
    24: t`For a day or longer`,
    72: t`For three days or longer`,
    168: t`For a week or longer`,
    720: t`For a month or longer`,
  };
  const all = { value: '', label: t`All` };
  return (
    <NativeSelect
      label={t`Age`}
      value={age ?? ''}
      data={[all, ...AGES.map((hours) => ({ value: String(hours), label: ageName[hours] }))]}
      onChange={({ currentTarget: { value } }) => onSearch({ age: AGES.find((hours) => String(hours) === value) })}
    />
  );
}
