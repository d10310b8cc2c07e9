import { Plural, Trans, useLingui } from '@lingui/react/macro';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { flushSync } from 'react-dom';
import { Button } from '@/components/Button';
import { ConfirmDialog } from '@/components/ConfirmDialog';
import { EmptyState } from '@/components/EmptyState';
import { ErrorState } from '@/components/ErrorState';
import { OnlyManagers } from '@/components/OnlyManagers';
import { PageTitle } from '@/components/PageTitle';
import { RelativeTime } from '@/components/RelativeTime';
import { Skeletons } from '@/components/Skeletons';
import { graphql } from '@/gql';
import type { SavedReplyFieldsFragment } from '@/gql/graphql';
import { useCompany } from '@/lib/company';
import { fromApiLocale, LOCALE_NAMES } from '@/lib/i18n';
import { toast } from '@/lib/toasts';
import { useAction } from '@/lib/use-action';
import classes from './Console.module.css';
import { ReplyForm } from './ReplyForm';
import { useReplies } from './replies';

const DeleteSavedReply = graphql(`
  mutation DeleteSavedReply($input: SavedReplyInput!) {
    deleteSavedReply(input: $input) {
      ok
    }
  }
`);

const NEW = 'new';

/** The texts that managers answer with again and again. */
export function RepliesPage() {
  const { t } = useLingui();
  const { viewerCan } = useCompany();
  if (!viewerCan.manage) return <OnlyManagers title={t`Saved replies`} why={t`Only managers answer for the company`} />;
  return <Replies />;
}

function Replies() {
  const { t } = useLingui();
  const { id: companyId, slug } = useCompany();
  const { replies, loading, error, retry } = useReplies(companyId);
  const [editing, setEditing] = useState<string | null>(null);
  const again = () => retry({ requestPolicy: 'network-only' });
  const add = (
    <Button data-opens="reply-new" onClick={() => setEditing(NEW)}>
      <Trans>New reply</Trans>
    </Button>
  );
  return (
    <>
      <p>
        <Link to="/$slug/manage/answers" params={{ slug }}>
          <Trans>Back to what waits for an answer</Trans>
        </Link>
      </p>
      <PageTitle
        lead={t`Texts that you write often. Only managers see them; you can change each before it is public.`}
        actions={editing === NEW ? undefined : add}
      >{t`Saved replies`}</PageTitle>
      {editing === NEW && <ReplyForm onDone={() => setEditing(null)} />}
      {error && <ErrorState error={error} retry={again} />}
      {loading && <Skeletons rows={3} height={92} />}
      {!loading && !error && replies.length === 0 && editing !== NEW && (
        <EmptyState title={t`No saved replies yet`} action={add}>
          <Trans>A thank-you, a “we are looking into it”, an honest “not now”: write it once, and well.</Trans>
        </EmptyState>
      )}
      {replies.length > 0 && (
        <ul className={`plain surface section ${classes.replies}`}>
          {replies.map((reply) => (
            <li key={reply.id}>
              {editing === reply.id ? (
                <ReplyForm reply={reply} onRefused={again} onDone={() => setEditing(null)} />
              ) : (
                <Reply reply={reply} onEdit={() => setEditing(reply.id)} />
              )}
            </li>
          ))}
        </ul>
      )}
    </>
  );
}

function Reply({ reply, onEdit }: { reply: SavedReplyFieldsFragment; onEdit: () => void }) {
  const { t } = useLingui();
  const [asking, setAsking] = useState(false);
  const action = useAction(DeleteSavedReply);
  const { id, title, body, language, usedCount, lastUsedAt } = reply;
  const locale = fromApiLocale(language);
  const remove = async () => {
    const deleted = await action.run({ input: { replyId: id } });
    flushSync(() => setAsking(false));
    if (!deleted) return;
    // the dialog has given the focus to a button that goes
    document.querySelector('h1')?.focus();
    toast(t`Deleted: “${title}”`);
  };
  return (
    <article>
      <h2>{title}</h2>
      <p className={classes.facts}>
        <span>{LOCALE_NAMES[locale]}</span>
        <span>
          <Plural value={usedCount} _0="Not used yet" one="Used # time" other="Used # times" />
          {lastUsedAt && (
            <>
              {' · '}
              <RelativeTime at={lastUsedAt} />
            </>
          )}
        </span>
      </p>
      <p lang={locale} className={classes.body}>
        {body}
      </p>
      <div className={classes.toolbar}>
        <Button variant="default" data-opens={`reply-${id}`} aria-label={t`Edit “${title}”`} onClick={onEdit}>
          <Trans>Edit</Trans>
        </Button>
        <Button variant="subtle" color="red" aria-label={t`Delete “${title}”`} onClick={() => setAsking(true)}>
          <Trans>Delete</Trans>
        </Button>
      </div>
      {asking && (
        <ConfirmDialog
          opened
          danger
          onClose={() => setAsking(false)}
          onConfirm={() => void remove()}
          title={t`Delete “${title}”?`}
          confirmLabel={t`Delete`}
          busy={action.busy}
        >
          <Trans>What was answered with it stays as it is.</Trans>
        </ConfirmDialog>
      )}
    </article>
  );
}
