import { Trans, useLingui } from '@lingui/react/macro';
import type { UseFormReturnType } from '@mantine/form';
import { Button } from '@/components/Button';
import { TextInput } from '@/components/fields/TextInput';
import { FormErrorSummary } from '@/components/FormErrorSummary';
import { LeaveGuard } from '@/components/LeaveGuard';
import { SaveBar } from '@/components/SaveBar';
import type { CompanySettingsFieldsFragment } from '@/gql/graphql';
import { BrandField } from './BrandField';
import { CommunityFields, EntryFields, GuidelinesField } from './community-fields';
import { HidingFields } from './HidingFields';
import { LanguageFields, LogoField, PromiseField, VisibilityField } from './company-fields';
import { SettingsConflictNotice } from './SettingsConflictNotice';
import classes from './Settings.module.css';
import { SettingsSection } from './SettingsSection';
import type { SettingsValues } from './settings-values';
import { useSettings } from './use-settings';

/** Everything that a company decides about itself, in sections; what was changed is sent together. */
export function SettingsForm({ company }: { company: CompanySettingsFieldsFragment }) {
  const { t } = useLingui();
  const { form, conflict, settle, problem, busy, unsaved, save, discard } = useSettings(company);
  return (
    <form
      className={classes.form}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void save();
      }}
    >
      <LeaveGuard active={unsaved} />
      {conflict && <SettingsConflictNotice conflict={conflict} mine={form.values} onChoice={settle} />}
      <FormErrorSummary problem={problem} />
      <SettingsSection id="about" title={t`About the company`}>
        <TextInput label={t`Name`} required maxLength={80} {...form.getInputProps('name')} />
        <PromiseField form={form} />
        <VisibilityField form={form} />
      </SettingsSection>
      <SettingsSection
        id="brand"
        title={t`Brand`}
        text={t`How your pages look. Text in your colour can always be read.`}
      >
        <LogoField form={form} logoUrl={company.logoUrl} />
        <BrandField form={form} />
      </SettingsSection>
      <Rest form={form} />
      <Bar {...{ unsaved, busy, discard }} blocked={conflict !== null} />
    </form>
  );
}

function Rest({ form }: { form: UseFormReturnType<SettingsValues> }) {
  const { t } = useLingui();
  return (
    <>
      <SettingsSection id="languages" title={t`Languages`}>
        <LanguageFields form={form} />
      </SettingsSection>
      <SettingsSection id="members" title={t`Who comes in`}>
        <EntryFields form={form} />
      </SettingsSection>
      <SettingsSection id="ideas" title={t`Ideas and votes`}>
        <CommunityFields form={form} />
      </SettingsSection>
      <SettingsSection
        id="reports"
        title={t`Reports`}
        text={t`What enough trusted members report is hidden until a moderator has looked. One person alone never hides anything.`}
      >
        <HidingFields form={form} />
      </SettingsSection>
      <SettingsSection id="welcome" title={t`Welcome`}>
        <GuidelinesField form={form} />
      </SettingsSection>
    </>
  );
}

interface BarProps {
  unsaved: boolean;
  busy: boolean;
  /** a choice has to be made first */
  blocked: boolean;
  discard: () => void;
}

/** Always in view while there is something to save. */
const Bar = ({ unsaved, busy, blocked, discard }: BarProps) => (
  <SaveBar unsaved={unsaved}>
    <span role="status">{unsaved ? <Trans>There are changes that are not saved.</Trans> : null}</span>
    {unsaved && (
      <Button variant="subtle" onClick={discard}>
        <Trans>Discard</Trans>
      </Button>
    )}
    <Button type="submit" loading={busy} disabled={!unsaved || blocked}>
      <Trans>Save settings</Trans>
    </Button>
  </SaveBar>
);
