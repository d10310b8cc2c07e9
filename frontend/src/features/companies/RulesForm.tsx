import { Trans, useLingui } from '@lingui/react/macro';
import { useForm } from '@mantine/form';
import { TextInput } from '@/components/fields/TextInput';
import { Textarea } from '@/components/fields/Textarea';
import { Button } from '@/components/Button';
import { FormErrorSummary } from '@/components/FormErrorSummary';
import { LeaveGuard } from '@/components/LeaveGuard';
import { graphql } from '@/gql';
import type { CompanySettingsFieldsFragment } from '@/gql/graphql';
import { thenNext } from '@/lib/focus';
import { differs } from '@/lib/merge';
import { toast } from '@/lib/toasts';
import { useAction } from '@/lib/use-action';
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
}

const rulesOf = (company: CompanySettingsFieldsFragment): Rule[] =>
  company.rules.map(({ id, title, text }) => ({ key: id, id, title, text }));

/** As the API takes them. */
const plain = (rules: Rule[]) => rules.map(({ id, title, text }) => ({ id, title, text }));

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
        text={t`Moderators name one of these when they do not publish something, and its author reads it.`}
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
            onClick={() => form.insertListItem('rules', { key: crypto.randomUUID(), title: '', text: '' })}
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
