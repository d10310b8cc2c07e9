import type { MessageDescriptor } from '@lingui/core';
import { msg } from '@lingui/core/macro';
import { Trans, useLingui } from '@lingui/react/macro';
import { type ReactNode, useState } from 'react';
import { ConfirmDialog } from '@/components/ConfirmDialog';
import { Textarea } from '@/components/fields/Textarea';
import { RelativeTime } from '@/components/RelativeTime';
import type { FlagState, OwnFlagFragment, WithdrawFlagInput } from '@/gql/graphql';
import { useFormat } from '@/lib/format';
import { toast } from '@/lib/toasts';
import { useAction } from '@/lib/use-action';
import { LONGEST_COMPLAINT } from '../complaint/ComplaintForm';
import { ComplaintState } from '../complaint/ComplaintState';
import { FileComplaint } from '../complaint/documents';
import { WithdrawFlag } from './documents';
import classes from './Report.module.css';

const BECAME: Record<FlagState, MessageDescriptor> = {
  OPEN: msg`Nobody has decided about it yet. You will hear what was decided.`,
  UPHELD: msg`The moderators agreed, and something was done about it.`,
  REJECTED: msg`The moderators decided that it stays as it is.`,
  WITHDRAWN: msg`You took it back.`,
  GONE: msg`Its author took it back before anybody decided.`,
};

interface Props {
  flag: OwnFlagFragment;
  reported: WithdrawFlagInput;
  choice: ReactNode;
  onClose: () => void;
}

/** That one has reported it already, and what became of that. */
export function OwnReport({ flag, reported, choice, onClose }: Props) {
  const { id, state, rule, note, createdAt, complaint, complainUntil } = flag;
  const { i18n, t } = useLingui();
  const format = useFormat();
  const [text, setText] = useState('');
  const { run, busy } = useAction(WithdrawFlag);
  const complaining = useAction(FileComplaint, { quiet: true });
  const complain = async () => {
    if (!(await complaining.run({ input: { flagId: id, text: text.trim() } }))) return;
    toast(t`Your complaint was sent.`, { tone: 'success' });
    onClose();
  };
  const withdraw = async () => {
    if (await run({ input: reported })) toast(t`Your report was taken back.`);
    onClose();
  };
  return (
    <ConfirmDialog
      opened
      onClose={onClose}
      onConfirm={() => void (complainUntil ? complain() : withdraw())}
      title={t`You have reported this`}
      confirmLabel={complainUntil ? t`Send the complaint` : state === 'OPEN' ? t`Take the report back` : undefined}
      cancelLabel={t`Close`}
      busy={busy || complaining.busy}
    >
      <div className={classes.body}>
        {choice}
        <p>
          <RelativeTime at={createdAt} />: <strong>{rule ? rule.title : <Trans>It is illegal</Trans>}</strong>
        </p>
        {note && <blockquote className={classes.quote}>{note}</blockquote>}
        <p>{i18n._(BECAME[state])}</p>
        {complaint && <ComplaintState complaint={complaint} />}
        {complainUntil && (
          <Textarea
            label={t`Why does something have to be done?`}
            description={t`You can complain until ${format.date(complainUntil)}, once: somebody else decides. 10 to 5,000 characters.`}
            value={text}
            required
            maxLength={LONGEST_COMPLAINT}
            error={complaining.problem && (complaining.problem.fields.text ?? complaining.problem.message)}
            autosize
            minRows={2}
            onChange={({ currentTarget }) => setText(currentTarget.value)}
          />
        )}
      </div>
    </ConfirmDialog>
  );
}
