import { Trans, useLingui } from '@lingui/react/macro';
import { useForm, type UseFormReturnType } from '@mantine/form';
import { type ReactNode, useState } from 'react';
import { Button } from '@/components/Button';
import { TextInput } from '@/components/fields/TextInput';
import { Textarea } from '@/components/fields/Textarea';
import { ConfirmDialog } from '@/components/ConfirmDialog';
import { FormErrorSummary } from '@/components/FormErrorSummary';
import { usePhaseName } from '@/components/PhaseTimeline';
import { graphql } from '@/gql';
import type { EditedChallengeFragment } from '@/gql/graphql';
import type { Problem } from '@/lib/errors';
import { useAction } from '@/lib/use-action';
import { toLocal } from './challenge-values';

const UnscheduleChallenge = graphql(`
  mutation UnscheduleChallenge($input: ChallengeVersionInput!) {
    unscheduleChallenge(input: $input) {
      ...EditedChallenge
    }
  }
`);
const ExtendPhase = graphql(`
  mutation ExtendPhase($input: ExtendPhaseInput!) {
    extendPhase(input: $input) {
      ...EditedChallenge
    }
  }
`);
const CloseChallenge = graphql(`
  mutation CloseChallenge($input: CloseChallengeInput!) {
    closeChallenge(input: $input) {
      ...EditedChallenge
    }
  }
`);
const ArchiveChallenge = graphql(`
  mutation ArchiveChallenge($input: ChallengeVersionInput!) {
    archiveChallenge(input: $input) {
      ...EditedChallenge
    }
  }
`);

interface Props {
  challenge: EditedChallengeFragment;
}
type Phase = EditedChallengeFragment['phases'][number];

/** What can be done with a challenge that is no draft any more: only what its state allows. */
export function ChallengeActions({ challenge }: Props) {
  const { t } = useLingui();
  const { state, publishAt } = challenge;
  const isPublic = publishAt != null && Date.parse(publishAt) <= Date.now();
  const goesOn = isPublic && (state === 'OPEN' || state === 'SCHEDULED');
  return (
    <section className="row" aria-label={t`Next steps`}>
      {state === 'SCHEDULED' && !isPublic && <Unschedule challenge={challenge} />}
      {goesOn && <Extend challenge={challenge} />}
      {goesOn && <Close challenge={challenge} />}
      {state === 'CLOSED' && <Archive challenge={challenge} />}
    </section>
  );
}

function Unschedule({ challenge: { id: challengeId, version } }: Props) {
  const back = useAction(UnscheduleChallenge);
  return (
    <Button variant="default" loading={back.busy} onClick={() => void back.run({ input: { challengeId, version } })}>
      <Trans>Back to draft</Trans>
    </Button>
  );
}

function Archive({ challenge: { id: challengeId, version } }: Props) {
  const archive = useAction(ArchiveChallenge);
  return (
    <Button
      variant="default"
      loading={archive.busy}
      onClick={() => void archive.run({ input: { challengeId, version } })}
    >
      <Trans>Archive</Trans>
    </Button>
  );
}

/** Begins anew each time it is opened, and gives the focus back when it is closed. */
function useDialog() {
  const [{ opened, round }, set] = useState({ opened: false, round: 0 });
  return {
    round,
    open: () => set({ opened: true, round: round + 1 }),
    dialog: { opened, onClose: () => set({ opened: false, round }) },
  };
}

interface DialogProps extends Props {
  opened: boolean;
  onClose: () => void;
}

interface WithReasonProps extends Pick<DialogProps, 'opened' | 'onClose'> {
  label: string;
  title: string;
  danger?: boolean;
  form: UseFormReturnType<{ reason: string; endsAt: string }>;
  action: { busy: boolean; problem: Problem | null };
  onConfirm: () => void;
  children: ReactNode;
}

/** A step that everybody will read the reason of. */
function WithReason({ label, danger, form, action, children, ...dialog }: WithReasonProps) {
  const { t } = useLingui();
  return (
    <ConfirmDialog {...dialog} confirmLabel={label} busy={action.busy} danger={danger}>
      <div className="stack">
        <FormErrorSummary problem={action.problem} />
        {children}
        <Textarea
          label={t`Reason, for everybody to read`}
          required
          maxLength={500}
          autosize
          minRows={2}
          {...form.getInputProps('reason')}
        />
      </div>
    </ConfirmDialog>
  );
}

function Extend({ challenge }: Props) {
  const { t } = useLingui();
  const { round, open, dialog } = useDialog();
  const phase = challenge.phases.find(({ endsAt }) => Date.parse(endsAt) > Date.now());
  if (!phase) return null;
  return (
    <>
      <Button variant="default" onClick={open}>{t`Extend`}</Button>
      <ExtendDialog key={round} challenge={challenge} phase={phase} {...dialog} />
    </>
  );
}

function ExtendDialog({ challenge, phase, ...dialog }: DialogProps & { phase: Phase }) {
  const { t } = useLingui();
  const phaseName = usePhaseName();
  const form = useForm({ name: 'extend', initialValues: { reason: '', endsAt: toLocal(phase.endsAt) } });
  const action = useAction(ExtendPhase, { form });
  const name = phaseName(phase.kind);
  const extend = async () => {
    const { reason, endsAt } = form.getValues();
    const input = { challengeId: challenge.id, phaseId: phase.id, endsAt: new Date(endsAt).toISOString(), reason };
    if (await action.run({ input })) dialog.onClose();
  };
  return (
    <WithReason
      {...{ ...dialog, form, action }}
      label={t`Extend`}
      title={t`Extend “${name}”`}
      onConfirm={() => void extend()}
    >
      <TextInput
        type="datetime-local"
        label={t`New end`}
        description={t`Later phases move by as much`}
        required
        {...form.getInputProps('endsAt')}
      />
    </WithReason>
  );
}

function Close({ challenge }: Props) {
  const { t } = useLingui();
  const { round, open, dialog } = useDialog();
  return (
    <>
      <Button variant="default" onClick={open}>{t`Close now`}</Button>
      <CloseDialog key={round} challenge={challenge} {...dialog} />
    </>
  );
}

function CloseDialog({ challenge: { id: challengeId, version }, ...dialog }: DialogProps) {
  const { t } = useLingui();
  const form = useForm({ name: 'close', initialValues: { reason: '', endsAt: '' } });
  const action = useAction(CloseChallenge, { form });
  const close = async () => {
    const { reason } = form.getValues();
    if (await action.run({ input: { challengeId, version, reason } })) dialog.onClose();
  };
  return (
    <WithReason
      {...{ ...dialog, form, action }}
      label={t`Close now`}
      title={t`Close before its end?`}
      danger
      onConfirm={() => void close()}
    >
      <p>
        <Trans>Nobody can submit, vote or comment any more. This cannot be undone.</Trans>
      </p>
    </WithReason>
  );
}
