import { Trans, useLingui } from '@lingui/react/macro';
import { Link, useNavigate, useRouter, useSearch } from '@tanstack/react-router';
import { type ReactNode, useEffect, useRef } from 'react';
import { useQuery } from 'urql';
import { graphql } from '@/gql';
import type { MergedIntoQuery } from '@/gql/graphql';
import { langOf } from '@/lib/i18n';
import { expectHeading } from '@/lib/navigation';
import { useViewer } from '@/lib/session';
import { dismissToast, toast } from '@/lib/toasts';
import classes from '../page/IdeaPage.module.css';
import type { PageIdea } from '../page/idea-page';

const MergedInto = graphql(`
  query MergedInto($id: ID!) {
    idea(id: $id) {
      id
      mergedInto {
        id
        title
        language
      }
    }
  }
`);

type Target = NonNullable<NonNullable<MergedIntoQuery['idea']>['mergedInto']>;

/** Merged ideas that somebody has asked for all the same. */
const asked = new Set<string>();

/** Readers go where the votes count. Who wrote it, moderates it, or was sent to a comment under it has come for it. */
function useStays({ id, author, coauthors, company }: PageIdea): boolean {
  const viewer = useViewer();
  const { comment } = useSearch({ strict: false }) as { comment?: string };
  const people = [author, ...coauthors.map(({ user }) => user)];
  const own = people.some((person) => person && person.id === viewer?.id);
  return own || company.viewerCan.moderate || comment !== undefined || asked.has(id);
}

/** On to the other idea, where a message says why, and leads back. */
function Onward({ idea: { id, title }, target }: { idea: PageIdea; target: Target }) {
  const { t } = useLingui();
  const navigate = useNavigate();
  const router = useRouter();
  const back = () => {
    asked.add(id);
    expectHeading();
    void navigate({ to: '/i/$ideaId', params: { ideaId: id } });
  };
  const lead = async () => {
    expectHeading();
    await navigate({ to: '/i/$ideaId', params: { ideaId: target.id }, replace: true });
    const message = t`“${title}” says the same as this idea, and was merged with it.`;
    const shown = toast(message, { stays: true, action: { label: t`Read it`, run: back } });
    // it is about this page alone
    const leave = router.subscribe('onBeforeNavigate', () => {
      dismissToast(shown);
      leave();
    });
  };
  // once, whatever is drawn anew
  const once = useRef(lead);
  useEffect(() => void once.current(), []);
  return null;
}

/** At the address of an idea that was merged: where what it says goes on. */
export function MergedNotice({ idea, why }: { idea: PageIdea; why: ReactNode }) {
  const [{ data }] = useQuery({ query: MergedInto, variables: { id: idea.id } });
  const stays = useStays(idea);
  const target = data?.idea?.mergedInto;
  if (target && !stays) return <Onward idea={idea} target={target} />;
  return (
    <div className={classes.notice}>
      <p>
        <strong>
          <Trans>This idea was merged with another one that says the same.</Trans>
        </strong>{' '}
        <Trans>Its votes and followers count there.</Trans>
      </p>
      {target && (
        <p>
          <Link to="/i/$ideaId" params={{ ideaId: target.id }} onClick={expectHeading}>
            <Trans>
              Go to <span lang={langOf(target.language)}>“{target.title}”</span>
            </Trans>
          </Link>
        </p>
      )}
      {why}
    </div>
  );
}
