import { Trans, useLingui } from '@lingui/react/macro';
import { useQuery } from 'urql';
import { Button } from '@/components/Button';
import { DayField } from '@/components/fields/DayField';
import { NativeSelect } from '@/components/fields/NativeSelect';
import { useCompany } from '@/lib/company';
import { ACTIONS } from './actions';
import classes from './Audit.module.css';
import { StaffNames } from './audit';
import type { AuditSearch } from './audit-search';

interface Props {
  search: AuditSearch;
  onSearch: (search: AuditSearch) => void;
}

/** Who belongs to the staff now, by name. */
function useStaff(): { value: string; label: string }[] {
  const { id: companyId } = useCompany();
  const [{ data }] = useQuery({ query: StaffNames, variables: { companyId } });
  const lists = data ? [data.owners, data.managers, data.moderators, data.experts] : [];
  return lists
    .flatMap(({ edges }) => edges.map(({ node }) => ({ value: node.user.id, label: node.user.displayName })))
    .sort((a, b) => a.label.localeCompare(b.label));
}

/** Who, what, to what, when; all of it in the address. */
export function Filters({ search, onSearch }: Props) {
  const { t, i18n } = useLingui();
  const staff = useStaff();
  const { by, action, about, from, to } = search;
  const change = (part: Partial<AuditSearch>) => onSearch({ ...search, ...part });
  const known = !by || staff.some(({ value }) => value === by);
  const actions = Object.entries(ACTIONS).map(([value, name]) => ({ value, label: i18n._(name) }));
  return (
    <div className={classes.filters} role="search" aria-label={t`Which acts`}>
      <NativeSelect
        label={t`Person`}
        value={by ?? ''}
        data={[
          { value: '', label: t`Everybody` },
          ...(known ? [] : [{ value: by, label: t`Somebody who is not in the staff any more` }]),
          ...staff,
        ]}
        onChange={({ currentTarget }) => change({ by: currentTarget.value || undefined })}
      />
      <NativeSelect
        label={t`Act`}
        value={action ?? ''}
        data={[
          { value: '', label: t`All` },
          ...(action && !(action in ACTIONS) ? [{ value: action, label: action }] : []),
          ...actions.sort((a, b) => a.label.localeCompare(b.label)),
        ]}
        onChange={({ currentTarget }) => change({ action: currentTarget.value || undefined })}
      />
      <DayField label={t`From`} max={to} value={from ?? ''} onDay={(day) => change({ from: day })} />
      <DayField label={t`To`} min={from} value={to ?? ''} onDay={(day) => change({ to: day })} />
      {(by ?? action ?? about ?? from ?? to) && (
        <div className={classes.clear}>
          {about && (
            <span>
              <Trans>Only what was done to one thing</Trans>
            </span>
          )}
          <Button variant="subtle" onClick={() => onSearch({})}>
            <Trans>Show everything</Trans>
          </Button>
        </div>
      )}
    </div>
  );
}
