import { Trans, useLingui } from '@lingui/react/macro';
import { useForm, type UseFormReturnType } from '@mantine/form';
import { NativeSelect } from '@/components/fields/NativeSelect';
import { TextInput } from '@/components/fields/TextInput';
import { Textarea } from '@/components/fields/Textarea';
import { Button } from '@/components/Button';
import { FormErrorSummary } from '@/components/FormErrorSummary';
import { LeaveGuard } from '@/components/LeaveGuard';
import { graphql } from '@/gql';
import type { CompanySettingsFieldsFragment, RuleSeverity } from '@/gql/graphql';
import { thenNext } from '@/lib/focus';
import { differs } from '@/lib/merge';
import { toast } from '@/lib/toasts';
import { useAction } from '@/lib/use-action';
import classes from './Settings.module.css';
import { SettingsSection } from './SettingsSection';

const UpdateRules = graphql(`
  mutation UpdateRules($input: UpdateRulesInput!) {
    updateRules(input: $input) {
      ...CompanySettingsFields
    }
  }
`);

interface Rule {
  /** its own from the first moment: the server names it only once it has it */
  key: string;
  id?: string;
  title: string;
  text: string;
  severity: RuleSeverity;
  /** as it is typed */
  targetHours: string;
}

/** What the server takes where nothing is said. */
const TARGET_HOURS: Record<RuleSeverity, number> = { LOW: 72, MEDIUM: 24, HIGH: 4 };
const NEW = { title: '', text: '', severity: 'MEDIUM', targetHours: String(TARGET_HOURS.MEDIUM) } as const;

const rulesOf = (company: CompanySettingsFieldsFragment): Rule[] =>
  company.rules.map(({ id, title, text, severity, targetHours }) => ({
    ...{ key: id, id, title, text, severity },
    targetHours: String(targetHours),
  }));

/** As the API takes them. */
const plain = (rules: Rule[]) =>
  // no number at all is refused as 0 is, at the field
  rules.map(({ key: _, targetHours, ...rule }) => ({ ...rule, targetHours: Math.trunc(Number(targetHours)) || 0 }));

interface GravityProps {
  form: UseFormReturnType<{ rules: Rule[] }>;
  index: number;
}

/** How grave it is to break the rule, and how soon somebody means to look; the usual time follows the gravity. */
function Gravity({ form, index }: GravityProps) {
  const { t } = useLingui();
  const severity = form.getInputProps(`rules.${index}.severity`);
  return (
    <div className={classes.pair}>
      <NativeSelect
        label={t`How grave it is`}
        data={[
          { value: 'LOW', label: t`A nuisance` },
          { value: 'MEDIUM', label: t`It harms the conversation` },
          { value: 'HIGH', label: t`It harms people` },
        ]}
        {...severity}
        onChange={({ currentTarget }) => {
          const chosen = currentTarget.value as RuleSeverity;
          form.setFieldValue(`rules.${index}.severity`, chosen);
          form.setFieldValue(`rules.${index}.targetHours`, String(TARGET_HOURS[chosen]));
        }}
      />
      <TextInput
        type="number"
        inputMode="numeric"
        min={1}
        max={720}
        label={t`Hours to a decision`}
        {...form.getInputProps(`rules.${index}.targetHours`)}
      />
    </div>
  );
}

function useRules(company: CompanySettingsFieldsFragment) {
  const { t } = useLingui();
  const form = useForm({ initialValues: { rules: rulesOf(company) } });
  const update = useAction(UpdateRules, { form });
  const submit = form.onSubmit(async ({ rules }) => {
    const data = await update.run({ input: { companyId: company.id, rules: plain(rules) } });
    if (!data) return;
    const stored = new Map(rulesOf(data.updateRules).map((rule, index) => [rules[index]?.key, rule]));
    const written = form.getValues().rules;
    // what was written meanwhile stays; what was new has an id by now
    const named = written.map((rule) => ({ ...rule, id: stored.get(rule.key)?.id }));
    const same = !differs(written, rules);
    form.setValues({ rules: same ? named.map((rule) => ({ ...stored.get(rule.key)!, key: rule.key })) : named });
    toast(t`The rules are saved.`, { tone: 'success' });
  });
  return { form, submit, ...update };
}

/** The numbered rules that moderators name when they do not publish something. */
export function RulesForm({ company }: { company: CompanySettingsFieldsFragment }) {
  const { t } = useLingui();
  const { form, submit, busy, problem } = useRules(company);
  return (
    <form onSubmit={submit} noValidate data-lines>
      <LeaveGuard active={differs(plain(form.values.rules), plain(rulesOf(company)))} />
      <SettingsSection
        id="rules"
        title={t`Rules`}
        text={t`Moderators name one of these when they do not publish something, and its author reads it. What is reported for a graver one comes up earlier.`}
      >
        <FormErrorSummary problem={problem} />
        {form.values.rules.map((rule, index) => {
          const number = index + 1;
          return (
            <fieldset key={rule.key} className="fieldset">
              <legend>
                <Trans>Rule {number}</Trans>
              </legend>
              <TextInput label={t`In a few words`} required {...form.getInputProps(`rules.${index}.title`)} />
              <Textarea label={t`What it means`} autosize {...form.getInputProps(`rules.${index}.text`)} />
              <Gravity form={form} index={index} />
              <div className="row">
                <Button
                  variant="default"
                  disabled={index === 0}
                  onClick={() => form.reorderListItem('rules', { from: index, to: index - 1 })}
                >
                  <Trans>Move up</Trans>
                </Button>
                <Button variant="default" data-remove onClick={thenNext(() => form.removeListItem('rules', index))}>
                  <Trans>Remove</Trans>
                </Button>
              </div>
            </fieldset>
          );
        })}
        <div className="row">
          <Button
            variant="default"
            data-add
            onClick={() => form.insertListItem('rules', { ...NEW, key: crypto.randomUUID() })}
          >
            <Trans>Add a rule</Trans>
          </Button>
          <Button type="submit" loading={busy}>
            <Trans>Save rules</Trans>
          </Button>
        </div>
      </SettingsSection>
    </form>
  );
}
