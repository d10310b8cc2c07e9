import { Trans, useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import { Button } from '@/components/Button';
import { ConfirmDialog } from '@/components/ConfirmDialog';
import { graphql } from '@/gql';
import { useCompany } from '@/lib/company';
import { dropKept } from '@/lib/kept';
import { useViewer } from '@/lib/session';
import { toast } from '@/lib/toasts';
import { useAction } from '@/lib/use-action';
import { placeOf } from './challenge/beginning';

const DeleteChallengeDraft = graphql(`
  mutation DeleteChallengeDraft($input: ChallengeVersionInput!) {
    deleteChallengeDraft(input: $input) {
      ok
    }
  }
`);

interface Props {
  challenge: { id: string; title: string; version: number };
}

/** Gone for good, on this device too. */
export function DeleteDraft({ challenge: { id, title, version } }: Props) {
  const { t } = useLingui();
  const { id: companyId } = useCompany();
  const viewerId = useViewer()?.id ?? '';
  const [asking, setAsking] = useState(false);
  const { run, busy } = useAction(DeleteChallengeDraft);
  const remove = async () => {
    if (await run({ input: { challengeId: id, version } })) {
      dropKept(placeOf(viewerId, companyId, id));
      toast(t`The draft “${title}” is deleted.`);
    }
    setAsking(false);
  };
  return (
    <>
      <Button variant="subtle" color="gray" aria-label={t`Delete the draft “${title}”`} onClick={() => setAsking(true)}>
        <Trans>Delete</Trans>
      </Button>
      <ConfirmDialog
        opened={asking}
        danger
        busy={busy}
        title={t`Delete this draft?`}
        confirmLabel={t`Delete`}
        onClose={() => setAsking(false)}
        onConfirm={() => void remove()}
      >
        <Trans>“{title}” goes for good. This cannot be undone.</Trans>
      </ConfirmDialog>
    </>
  );
}
