import { Trans, useLingui } from '@lingui/react/macro';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { Button } from '@/components/Button';
import { ConfirmDialog } from '@/components/ConfirmDialog';
import { EmptyState } from '@/components/EmptyState';
import { ErrorState } from '@/components/ErrorState';
import { LoadMore } from '@/components/LoadMore';
import { RelativeTime } from '@/components/RelativeTime';
import { Skeletons } from '@/components/Skeletons';
import { graphql } from '@/gql';
import type { DraftLineFragment } from '@/gql/graphql';
import { useAction } from '@/lib/use-action';
import { usePages } from '@/lib/use-pages';
import classes from './MyDrafts.module.css';
import { toChallenges } from './MyIdeas';
import { dropLocal, placeOfDraft } from '../write/local-draft';

const MyDraftIdeas = graphql(`
  query MyDraftIdeas($after: String) {
    myIdeas(visibility: [DRAFT], first: 10, after: $after) {
      edges {
        node {
          ...DraftLine
        }
      }
      pageInfo {
        hasNextPage
        endCursor
      }
    }
  }
  fragment DraftLine on Idea {
    id
    title
    createdAt
    editedAt
    company {
      id
      slug
      name
    }
    challenge {
      id
      slug
      title
    }
  }
`);

const DeleteDraft = graphql(`
  mutation DeleteDraft($input: IdeaIdInput!) {
    deleteIdeaDraft(input: $input) {
      ok
    }
  }
`);

/** Gone for good, on this device too. */
function Delete({ id, title }: { id: string; title: string }) {
  const { t } = useLingui();
  const [asking, setAsking] = useState(false);
  const { run, busy } = useAction(DeleteDraft);
  const remove = async () => {
    if (await run({ input: { ideaId: id } })) dropLocal(placeOfDraft(id));
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

function Draft({ draft }: { draft: DraftLineFragment }) {
  const { t } = useLingui();
  const { id, company, challenge } = draft;
  const title = draft.title || t`Untitled`;
  const search = { draft: id };
  return (
    <li className={classes.draft}>
      <div className={classes.text}>
        {challenge ? (
          <Link
            to="/$slug/c/$challengeSlug/new"
            params={{ slug: company.slug, challengeSlug: challenge.slug }}
            search={search}
          >
            {title}
          </Link>
        ) : (
          <Link to="/$slug/new" params={{ slug: company.slug }} search={search}>
            {title}
          </Link>
        )}
        <span className="dimmed">
          {company.name}
          {challenge && ` · ${challenge.title}`} · <RelativeTime at={draft.editedAt ?? draft.createdAt} />
        </span>
      </div>
      <Delete id={id} title={title} />
    </li>
  );
}

/** Ideas begun and not yet sent; each leads to where it goes on. */
export function MyDrafts() {
  const { t } = useLingui();
  const pages = usePages(MyDraftIdeas, {}, ({ myIdeas }) => myIdeas);
  if (pages.loading) return <Skeletons />;
  if (pages.error) return <ErrorState error={pages.error} retry={pages.retry} />;
  if (pages.nodes.length === 0)
    return (
      <EmptyState title={t`No draft waits for you`} action={toChallenges()}>
        <Trans>What you begin to write is kept here until you send it.</Trans>
      </EmptyState>
    );
  return (
    <>
      <ul className="plain surface">
        {pages.nodes.map((draft) => (
          <Draft key={draft.id} draft={draft} />
        ))}
      </ul>
      <LoadMore {...pages} />
    </>
  );
}
