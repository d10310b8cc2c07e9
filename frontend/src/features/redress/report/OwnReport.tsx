import type { MessageDescriptor } from '@lingui/core';
import { msg } from '@lingui/core/macro';
import { Trans, useLingui } from '@lingui/react/macro';
import type { ReactNode } from 'react';
import { ConfirmDialog } from '@/components/ConfirmDialog';
import { RelativeTime } from '@/components/RelativeTime';
import type { FlagState, OwnFlagFragment, WithdrawFlagInput } from '@/gql/graphql';
import { toast } from '@/lib/toasts';
import { useAction } from '@/lib/use-action';
import { WithdrawFlag } from './documents';
import classes from './Report.module.css';

const BECAME: Record<FlagState, MessageDescriptor> = {
  OPEN: msg`Nobody has decided about it yet. You will hear what was decided.`,
  UPHELD: msg`The moderators agreed, and something was done about it.`,
  REJECTED: msg`The moderators decided that it stays as it is.`,
  WITHDRAWN: msg`You took it back.`,
};

interface Props {
  flag: OwnFlagFragment;
  reported: WithdrawFlagInput;
  choice: ReactNode;
  onClose: () => void;
}

/** That one has reported it already, and what became of that. */
export function OwnReport({ flag: { state, rule, note, createdAt }, reported, choice, onClose }: Props) {
  const { i18n, t } = useLingui();
  const { run, busy } = useAction(WithdrawFlag);
  const withdraw = async () => {
    if (await run({ input: reported })) toast(t`Your report was taken back.`);
    onClose();
  };
  return (
    <ConfirmDialog
      opened
      onClose={onClose}
      onConfirm={() => void withdraw()}
      title={t`You have reported this`}
      confirmLabel={state === 'OPEN' ? t`Take the report back` : undefined}
      cancelLabel={t`Close`}
      busy={busy}
    >
      <div className={classes.body}>
        {choice}
        <p>
          <RelativeTime at={createdAt} />: <strong>{rule ? rule.title : <Trans>It is illegal</Trans>}</strong>
        </p>
        {note && <blockquote className={classes.quote}>{note}</blockquote>}
        <p>{i18n._(BECAME[state])}</p>
      </div>
    </ConfirmDialog>
  );
}
