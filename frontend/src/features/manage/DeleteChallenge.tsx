import { useLingui } from '@lingui/react/macro';
import { DeleteDraft } from '@/components/DeleteDraft';
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

/** A challenge that was not published; on this device too. */
export function DeleteChallenge({ challenge: { id, title, version } }: Props) {
  const { t } = useLingui();
  const { id: companyId } = useCompany();
  const viewerId = useViewer()?.id ?? '';
  const { run, busy } = useAction(DeleteChallengeDraft);
  const onDelete = async () => {
    if (!(await run({ input: { challengeId: id, version } }))) return;
    dropKept(placeOf(viewerId, companyId, id));
    toast(t`The draft “${title}” is deleted.`);
  };
  return <DeleteDraft title={title} busy={busy} onDelete={onDelete} />;
}
