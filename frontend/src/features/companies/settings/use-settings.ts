import { useLingui } from '@lingui/react/macro';
import { useForm } from '@mantine/form';
import { useEffect, useRef, useState } from 'react';
import { useClient } from 'urql';
import { graphql } from '@/gql';
import type { CompanySettingsFieldsFragment } from '@/gql/graphql';
import type { Problem } from '@/lib/errors';
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
    answerDays
    hideFlaggers
    hideWeight
    guidelines
    version
    rules {
      id
      position
      title
      text
      severity
      targetHours
    }
  }
`);

export type SettingsPart = keyof SettingsValues;

/** Another manager has changed the same settings in another way. */
export interface SettingsConflict {
  theirs: SettingsValues;
  clashes: SettingsPart[];
}

/** What the form began with. */
const knownOf = (company: CompanySettingsFieldsFragment) => ({
  version: company.version,
  logoUrl: company.logoUrl,
  stored: settingsOf(company),
});

function useOnConflict(problem: Problem | null, reconcile: () => Promise<void>): void {
  const latest = useRef(reconcile);
  latest.current = reconcile;
  useEffect(() => {
    if (problem?.code === 'CONFLICT') void latest.current();
  }, [problem]);
}

/** The form of the settings: sends what was changed, and brings both together where somebody else did so meanwhile. */
export function useSettings(company: CompanySettingsFieldsFragment) {
  const { t } = useLingui();
  const client = useClient();
  const known = useRef(knownOf(company));
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
    const theirs = settingsOf(saved.updateCompany);
    // what was written meanwhile is still to be saved
    const mine = form.getValues();
    const { merged } = merge({ base: values, theirs, mine, touched: changedParts(values, mine) });
    known.current = knownOf(saved.updateCompany);
    form.setValues(merged);
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
    // a logo has no value to compare: the form only knows of a new one
    if (mine.logoFileId !== undefined && known.current.logoUrl !== data.company.logoUrl) clashes.push('logoFileId');
    known.current = knownOf(data.company);
    form.setValues(merged);
    setProblemShown(false);
    const { logoUrl } = data.company;
    if (clashes.length > 0) setConflict({ theirs: { ...theirs, logoFileId: logoUrl ? undefined : null }, clashes });
    else toast(t`Somebody else has changed other settings meanwhile: they are in here now. Save again.`);
  };
  useOnConflict(update.problem, reconcile);
  const settle = (whose: 'mine' | 'theirs') => {
    for (const part of whose === 'theirs' ? (conflict?.clashes ?? []) : [])
      form.setFieldValue(part, known.current.stored[part] as never);
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
