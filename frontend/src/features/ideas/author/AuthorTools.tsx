import { Trans, useLingui } from '@lingui/react/macro';
import { IconEdit, IconTrash, IconUserPlus } from '@tabler/icons-react';
import { useState } from 'react';
import { Button } from '@/components/Button';
import { ButtonLink } from '@/components/ButtonLink';
import { ConfirmDialog } from '@/components/ConfirmDialog';
import { graphql } from '@/gql';
import { expectHeading } from '@/lib/navigation';
import { toast } from '@/lib/toasts';
import { useAction } from '@/lib/use-action';
import { Coauthors } from './Coauthors';
import classes from '../page/IdeaPage.module.css';
import { InviteCoauthor } from './InviteCoauthor';
import type { PageIdea } from '../page/idea-page';

const WithdrawIdea = graphql(`
  mutation WithdrawIdea($input: IdeaVersionInput!) {
    withdrawIdea(input: $input) {
      id
      version
      visibility
      viewerCan {
        edit
        withdraw
        vote
        inviteCoauthor
      }
      timeline {
        ...TimelineLine
      }
    }
  }
`);

function Withdraw({ idea: { id, version } }: { idea: PageIdea }) {
  const { t } = useLingui();
  const [asked, setAsked] = useState(false);
  const { run, busy } = useAction(WithdrawIdea);
  const withdraw = async () => {
    if (await run({ input: { ideaId: id, version } })) toast(t`Your idea was withdrawn.`);
    setAsked(false);
  };
  return (
    <>
      <Button variant="default" leftSection={<IconTrash size={18} aria-hidden />} onClick={() => setAsked(true)}>
        <Trans>Withdraw</Trans>
      </Button>
      <ConfirmDialog
        opened={asked}
        onClose={() => setAsked(false)}
        onConfirm={() => void withdraw()}
        title={t`Withdraw this idea?`}
        confirmLabel={t`Withdraw`}
        busy={busy}
        danger
      >
        <Trans>It disappears for everybody else, with its votes and comments. This cannot be undone.</Trans>
      </ConfirmDialog>
    </>
  );
}

/** What the authors can do with their idea. */
export function AuthorTools({ idea }: { idea: PageIdea }) {
  const { t } = useLingui();
  const [inviting, setInviting] = useState(false);
  const { id, visibility, coauthors, viewerCan } = idea;
  const { edit, withdraw, inviteCoauthor } = viewerCan;
  const mayEdit = edit && visibility !== 'DRAFT';
  if (!mayEdit && !withdraw && !inviteCoauthor && coauthors.length === 0) return null;
  return (
    <section className={classes.panel} aria-label={t`Your idea`}>
      <div className={classes.tools}>
        {mayEdit && (
          <ButtonLink
            to="/i/$ideaId"
            params={{ ideaId: id }}
            search={{ edit: true }}
            onClick={expectHeading}
            variant="default"
            leftSection={<IconEdit size={18} aria-hidden />}
          >
            <Trans>Edit</Trans>
          </ButtonLink>
        )}
        {inviteCoauthor && (
          <>
            <Button
              variant="default"
              leftSection={<IconUserPlus size={18} aria-hidden />}
              onClick={() => setInviting(true)}
            >
              <Trans>Invite a co-author</Trans>
            </Button>
            <InviteCoauthor idea={idea} opened={inviting} onClose={() => setInviting(false)} />
          </>
        )}
        {withdraw && <Withdraw idea={idea} />}
      </div>
      <Coauthors idea={idea} />
    </section>
  );
}
