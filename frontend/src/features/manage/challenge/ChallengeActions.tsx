import { Trans, useLingui } from '@lingui/react/macro';
import { type ReactNode, useState } from 'react';
import { Button } from '@/components/Button';
import { TextInput } from '@/components/fields/TextInput';
import { Textarea } from '@/components/fields/Textarea';
import { ConfirmDialog } from '@/components/ConfirmDialog';
import { usePhaseName } from '@/components/PhaseTimeline';
import { graphql } from '@/gql';
import type { EditedChallengeFragment } from '@/gql/graphql';
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

interface WithReasonProps {
  button: string;
  title: string;
  busy: boolean;
  danger?: boolean;
  /** answers whether it worked */
  act: (reason: string) => Promise<boolean>;
  children?: ReactNode;
}

/** A step that everybody will read the reason of. */
function WithReason({ button, title, busy, danger, act, children }: WithReasonProps) {
  const { t } = useLingui();
  const [opened, setOpened] = useState(false);
  const [reason, setReason] = useState('');
  return (
    <>
      <Button variant="default" onClick={() => setOpened(true)}>
        {button}
      </Button>
      <ConfirmDialog
        opened={opened}
        onClose={() => setOpened(false)}
        onConfirm={() => void act(reason).then((done) => done && setOpened(false))}
        title={title}
        confirmLabel={button}
        busy={busy}
        danger={danger}
      >
        <div className="stack">
          {children}
          <Textarea
            label={t`Reason, for everybody to read`}
            required
            maxLength={500}
            autosize
            minRows={2}
            value={reason}
            onChange={({ currentTarget }) => setReason(currentTarget.value)}
          />
        </div>
      </ConfirmDialog>
    </>
  );
}

function Extend({ challenge: { id: challengeId, phases } }: Props) {
  const { t } = useLingui();
  const phaseName = usePhaseName();
  const extension = useAction(ExtendPhase);
  const phase = phases.find(({ endsAt }) => Date.parse(endsAt) > Date.now());
  const [endsAt, setEndsAt] = useState(phase ? toLocal(phase.endsAt) : '');
  if (!phase) return null;
  const name = phaseName(phase.kind);
  const extend = async (reason: string) => {
    const input = { challengeId, phaseId: phase.id, endsAt: new Date(endsAt).toISOString(), reason };
    return (await extension.run({ input })) !== null;
  };
  return (
    <WithReason button={t`Extend`} title={t`Extend “${name}”`} busy={extension.busy} act={extend}>
      <TextInput
        type="datetime-local"
        label={t`New end`}
        description={t`Later phases move by as much`}
        required
        value={endsAt}
        onChange={({ currentTarget }) => setEndsAt(currentTarget.value)}
      />
    </WithReason>
  );
}

function Close({ challenge: { id: challengeId, version } }: Props) {
  const { t } = useLingui();
  const closing = useAction(CloseChallenge);
  const close = async (reason: string) => (await closing.run({ input: { challengeId, version, reason } })) !== null;
  return (
    <WithReason button={t`Close now`} title={t`Close before its end?`} busy={closing.busy} act={close} danger>
      <p>
        <Trans>Nobody can submit, vote or comment any more. This cannot be undone.</Trans>
      </p>
    </WithReason>
  );
}
