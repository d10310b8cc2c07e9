import { Trans, useLingui } from '@lingui/react/macro';
import { Link } from '@tanstack/react-router';
import { DeleteDraft } from '@/components/DeleteDraft';
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

const DeleteIdeaDraft = graphql(`
  mutation DeleteIdeaDraft($input: IdeaIdInput!) {
    deleteIdeaDraft(input: $input) {
      ok
    }
  }
`);

/** On this device too. */
function useDelete(ideaId: string) {
  const { run, busy } = useAction(DeleteIdeaDraft);
  const onDelete = async () => {
    if (await run({ input: { ideaId } })) dropLocal(placeOfDraft(ideaId));
  };
  return { busy, onDelete };
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
      <DeleteDraft title={title} {...useDelete(id)} />
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
