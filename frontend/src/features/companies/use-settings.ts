import { useLingui } from '@lingui/react/macro';
import { useForm } from '@mantine/form';
import { useEffect, useRef, useState } from 'react';
import { useClient } from 'urql';
import { graphql } from '@/gql';
import type { CompanySettingsFieldsFragment } from '@/gql/graphql';
import { changedParts, merge } from '@/lib/merge';
import { toast } from '@/lib/toasts';
import { useAction } from '@/lib/use-action';
import { settingsInput, settingsOf, type SettingsValues } from './settings-values';

const UpdateCompany = graphql(`
  mutation UpdateCompany($input: UpdateCompanyInput!) {
    updateCompany(input: $input) {
      ...CompanySettingsFields
    }
  }
`);

export const CompanySettings = graphql(`
  query CompanySettings($slug: String!) {
    company(slug: $slug) {
      ...CompanySettingsFields
    }
  }
  fragment CompanySettingsFields on Company {
    ...CompanyContext
    emailDomains
    guidelines
    version
    rules {
      id
      position
      title
      text
    }
  }
`);

export type SettingsPart = keyof SettingsValues;

/** Another manager has changed the same settings in another way. */
export interface SettingsConflict {
  theirs: SettingsValues;
  clashes: SettingsPart[];
}

/** The form of the settings: sends what was changed, and brings both together where somebody else did so meanwhile. */
export function useSettings(company: CompanySettingsFieldsFragment) {
  const { t } = useLingui();
  const client = useClient();
  const known = useRef({ version: company.version, stored: settingsOf(company) });
  const form = useForm<SettingsValues>({ initialValues: known.current.stored });
  const update = useAction(UpdateCompany, { form });
  const [conflict, setConflict] = useState<SettingsConflict | null>(null);
  const [problemShown, setProblemShown] = useState(true);
  const touched = changedParts(known.current.stored, form.values);

  const send = async (values: SettingsValues) => {
    const parts = changedParts(known.current.stored, values);
    const input = { companyId: company.id, version: known.current.version, ...settingsInput(values, parts) };
    setProblemShown(true);
    const saved = await update.run({ input });
    if (!saved) return;
    const stored = settingsOf(saved.updateCompany);
    known.current = { version: saved.updateCompany.version, stored };
    form.setValues(stored);
    toast(t`The settings are saved.`, { tone: 'success' });
  };
  /** Reads what the other has saved, and goes on from there. */
  const reconcile = async () => {
    const variables = { slug: company.slug };
    const { data } = await client.query(CompanySettings, variables, { requestPolicy: 'network-only' }).toPromise();
    if (!data?.company) return;
    const theirs = settingsOf(data.company);
    const mine = form.getValues();
    const base = known.current.stored;
    const { merged, clashes } = merge({ base, theirs, mine, touched: changedParts(base, mine) });
    known.current = { version: data.company.version, stored: theirs };
    form.setValues(merged);
    setProblemShown(false);
    if (clashes.length > 0) setConflict({ theirs, clashes });
    else toast(t`Somebody else has changed other settings meanwhile: they are in here now. Save again.`);
  };
  const latest = useRef(reconcile);
  latest.current = reconcile;
  useEffect(() => {
    if (update.problem?.code === 'CONFLICT') void latest.current();
  }, [update.problem]);
  const settle = (whose: 'mine' | 'theirs') => {
    for (const part of whose === 'theirs' ? (conflict?.clashes ?? []) : [])
      form.setFieldValue(part, conflict!.theirs[part] as never);
    setConflict(null);
  };
  return {
    ...{ form, conflict, settle, busy: update.busy },
    problem: problemShown ? update.problem : null,
    unsaved: touched.length > 0,
    save: () => send(form.getValues()),
    discard: () => {
      form.setValues(known.current.stored);
      form.clearErrors();
    },
  };
}
