import { Trans, useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import { useQuery } from 'urql';
import { Textarea } from '@/components/fields/Textarea';
import { ConfirmDialog } from '@/components/ConfirmDialog';
import { graphql } from '@/gql';
import { useCompany } from '@/lib/company';
import { langOf } from '@/lib/i18n';
import classes from './ReviewPage.module.css';

const ReviewRules = graphql(`
  query ReviewRules($slug: String!) {
    company(slug: $slug) {
      id
      rules {
        id
        title
        text
      }
    }
  }
`);

interface Props {
  opened: boolean;
  onClose: () => void;
  onReject: (reason: { ruleId: string; note: string | null }) => void;
}

/** The company's guidelines: one is chosen. */
function Rules({ chosen, onChoose }: { chosen: string; onChoose: (ruleId: string) => void }) {
  const { t } = useLingui();
  const { slug, defaultLanguage } = useCompany();
  const [{ data }] = useQuery({ query: ReviewRules, variables: { slug } });
  const rules = data?.company?.rules ?? [];
  return (
    <fieldset className={classes.rules}>
      <legend className="hidden">{t`Guideline`}</legend>
      {rules.map(({ id, title, text }) => (
        <label key={id} className={classes.rule}>
          <input type="radio" name="rule" value={id} required checked={chosen === id} onChange={() => onChoose(id)} />
          <span lang={langOf(defaultLanguage)}>
            <strong>{title}</strong>
            <span className="dimmed">{text}</span>
          </span>
        </label>
      ))}
    </fieldset>
  );
}

/** Which guideline is not met, and a word to the author: nothing is turned away without a reason they can read. */
export function RejectDialog({ opened, onClose, onReject }: Props) {
  const { t } = useLingui();
  const [ruleId, setRuleId] = useState('');
  const [note, setNote] = useState('');
  return (
    <ConfirmDialog
      opened={opened}
      onClose={onClose}
      onConfirm={() => ruleId && onReject({ ruleId, note: note.trim() || null })}
      title={t`Which guideline does it not meet?`}
      confirmLabel={t`Reject and tell the author`}
    >
      <Rules chosen={ruleId} onChoose={setRuleId} />
      <Textarea
        label={t`A word to the author`}
        description={t`What would make it fit? They can read this.`}
        value={note}
        maxLength={1000}
        autosize
        minRows={2}
        onChange={({ currentTarget }) => setNote(currentTarget.value)}
      />
      <p className="dimmed">
        <Trans>The author sees the guideline and your words.</Trans>
      </p>
    </ConfirmDialog>
  );
}
