import { Trans, useLingui } from '@lingui/react/macro';
import { type ReactNode, useState } from 'react';
import { ConfirmDialog } from '@/components/ConfirmDialog';
import { Textarea } from '@/components/fields/Textarea';
import type { FlagItemInput, ReportFormOfQuery } from '@/gql/graphql';
import { langOf } from '@/lib/i18n';
import { toast } from '@/lib/toasts';
import { useAction } from '@/lib/use-action';
import { FlagItem } from './documents';
import classes from './Report.module.css';

const ILLEGAL = 'illegal';
const LONGEST_NOTE = 500;

type Company = NonNullable<ReportFormOfQuery['company']>;

interface ChoiceProps {
  company: Company;
  chosen: string;
  onChoose: (value: string) => void;
}

/** The rules of the community, and that it is illegal. */
function Grounds({ company: { rules, defaultLanguage }, chosen, onChoose }: ChoiceProps) {
  const { t } = useLingui();
  const choice = (value: string, title: ReactNode, text: ReactNode, lang?: string) => (
    <label key={value} className={classes.rule}>
      <input
        type="radio"
        name="ground"
        value={value}
        required
        checked={chosen === value}
        onChange={() => onChoose(value)}
      />
      <span lang={lang}>
        <strong>{title}</strong>
        <span className="dimmed">{text}</span>
      </span>
    </label>
  );
  return (
    <fieldset className={classes.rules}>
      <legend>{t`What is wrong with it?`}</legend>
      {rules.map(({ id, title, text }) => choice(id, title, text, langOf(defaultLanguage)))}
      {choice(ILLEGAL, t`It is illegal`, t`It breaks the law, not just a rule of this community.`)}
    </fieldset>
  );
}

interface Props {
  input: FlagItemInput;
  company: Company;
  choice: ReactNode;
  onClose: () => void;
}

/** A report: which rule, a note, and what happens next. */
export function ReportForm({ input, company, choice, onClose }: Props) {
  const { t } = useLingui();
  const [ground, setGround] = useState('');
  const [note, setNote] = useState('');
  const { run, busy, problem } = useAction(FlagItem, { quiet: true });
  const illegal = ground === ILLEGAL;
  const send = async () => {
    if (!ground) return;
    const report = { ruleId: illegal ? null : ground, note: note.trim() || null };
    if (!(await run({ input: { ...input, ...report } }))) return;
    toast(t`Thank you: the moderators look at it.`, { tone: 'success' });
    onClose();
  };
  const { note: wrong, ...others } = problem?.fields ?? {};
  const said = Object.values(others)[0] ?? (wrong ? undefined : problem?.message);
  return (
    <ConfirmDialog
      opened
      onClose={onClose}
      onConfirm={() => void send()}
      title={t`Report`}
      confirmLabel={t`Send the report`}
      busy={busy}
    >
      <div className={classes.body}>
        {choice}
        <Grounds company={company} chosen={ground} onChoose={setGround} />
        <Textarea
          label={illegal ? t`Why is it illegal?` : t`What should the moderators know?`}
          value={note}
          maxLength={LONGEST_NOTE}
          required={illegal}
          error={wrong}
          autosize
          minRows={2}
          onChange={({ currentTarget }) => setNote(currentTarget.value)}
        />
        <p className="dimmed">
          <Trans>
            A moderator looks at it, and you hear what was decided. Whoever wrote it does not learn who reported it.
          </Trans>
        </p>
        {said && (
          <p role="alert" className={classes.error}>
            {said}
          </p>
        )}
      </div>
    </ConfirmDialog>
  );
}
