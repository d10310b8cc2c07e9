import { Trans, useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import { ConfirmDialog } from '@/components/ConfirmDialog';
import { graphql } from '@/gql';
import { useAction } from '@/lib/use-action';
import classes from './Discussion.module.css';

const DeleteOwnComment = graphql(`
  mutation DeleteComment($input: CommentIdInput!) {
    deleteComment(input: $input) {
      ...CommentLine
      idea {
        id
        commentCount
      }
    }
  }
`);

/** Takes a comment back, after a question. */
export function DeleteComment({ commentId, onDeleted }: { commentId: string; onDeleted: () => void }) {
  const { t } = useLingui();
  const [asked, setAsked] = useState(false);
  const { run, busy } = useAction(DeleteOwnComment);
  const remove = async () => {
    const done = await run({ input: { commentId } });
    setAsked(false);
    if (done) onDeleted();
  };
  return (
    <>
      <button type="button" className={classes.action} onClick={() => setAsked(true)}>
        <Trans>Delete</Trans>
      </button>
      <ConfirmDialog
        opened={asked}
        onClose={() => setAsked(false)}
        onConfirm={() => void remove()}
        title={t`Delete your comment?`}
        confirmLabel={t`Delete`}
        busy={busy}
        danger
      >
        <Trans>Answers to it stay. This cannot be undone.</Trans>
      </ConfirmDialog>
    </>
  );
}
