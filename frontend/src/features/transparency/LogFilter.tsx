import { useLingui } from '@lingui/react/macro';
import { useQuery } from 'urql';
import { DayField } from '@/components/fields/DayField';
import { NativeSelect } from '@/components/fields/NativeSelect';
import { graphql } from '@/gql';
import type { DecisionAct } from '@/gql/graphql';
import { useCompany } from '@/lib/company';
import classes from './Log.module.css';
import { ACTS, type LogSearch } from './log-search';
import { ACT_NAMES } from './words';

const LogRules = graphql(`
  query LogRules($companyId: ID!) {
    moderationLogRules(companyId: $companyId)
  }
`);

interface Props {
  search: LogSearch;
  onSearch: (search: LogSearch) => void;
}

/** Which lines are shown. */
export function LogFilter({ search, onSearch }: Props) {
  const { t, i18n } = useLingui();
  const { id: companyId } = useCompany();
  const [{ data }] = useQuery({ query: LogRules, variables: { companyId } });
  const { act, rule, by, from, to } = search;
  const rules = data?.moderationLogRules ?? [];
  const change = (changed: LogSearch) => onSearch({ ...search, ...changed });
  return (
    <div className={classes.filter} role="group" aria-label={t`Filter`}>
      <NativeSelect
        label={t`Decision`}
        value={act ?? ''}
        data={[{ value: '', label: t`All` }, ...ACTS.map((value) => ({ value, label: i18n._(ACT_NAMES[value]) }))]}
        onChange={({ currentTarget }) => change({ act: (currentTarget.value || undefined) as DecisionAct | undefined })}
      />
      <NativeSelect
        label={t`Rule or law`}
        value={rule ?? ''}
        // what the address names is chosen, also when the log knows of no such rule
        data={[{ value: '', label: t`All` }, ...(rule && !rules.includes(rule) ? [rule] : []), ...rules]}
        onChange={({ currentTarget }) => change({ rule: currentTarget.value || undefined })}
      />
      <NativeSelect
        label={t`Decided how`}
        value={by ?? ''}
        data={[
          { value: '', label: t`All` },
          { value: 'person', label: t`by a person` },
          { value: 'automatic', label: t`by an automatic rule` },
        ]}
        onChange={({ currentTarget }) => change({ by: (currentTarget.value || undefined) as LogSearch['by'] })}
      />
      <DayField
        label={t`From`}
        value={from ?? ''}
        max={to}
        onDay={(day) => change({ from: day })}
        onNone={() => change({ from: undefined })}
      />
      <DayField
        label={t`To`}
        value={to ?? ''}
        min={from}
        onDay={(day) => change({ to: day })}
        onNone={() => change({ to: undefined })}
      />
    </div>
  );
}
