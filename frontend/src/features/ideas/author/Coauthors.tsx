import { Trans, useLingui } from '@lingui/react/macro';
import { Button } from '@/components/Button';
import { PersonName } from '@/components/PersonName';
import { graphql } from '@/gql';
import { useViewer } from '@/lib/session';
import { useAction } from '@/lib/use-action';
import classes from '../page/IdeaPage.module.css';
import type { PageIdea } from '../page/idea-page';

const RemoveCoauthor = graphql(`
  mutation RemoveCoauthor($input: InviteCoauthorInput!) {
    removeCoauthor(input: $input) {
      id
      coauthors {
        ...CoauthorLine
      }
    }
  }
`);

/** Who writes along, and who was asked. The author lets them go, and they themselves. */
export function Coauthors({ idea: { id, author, coauthors } }: { idea: PageIdea }) {
  const { t } = useLingui();
  const viewer = useViewer();
  const { run, busy } = useAction(RemoveCoauthor);
  const isAuthor = author.id === viewer?.id;
  const shown = coauthors.filter(({ state }) => state === 'ACCEPTED' || (isAuthor && state === 'INVITED'));
  if (shown.length === 0) return null;
  return (
    <>
      <h2 style={{ marginTop: 16 }}>
        <Trans>Co-authors</Trans>
      </h2>
      <ul className={classes.people}>
        {shown.map(({ user, state }) => {
          const { displayName: name } = user;
          const own = user.id === viewer?.id;
          return (
            <li key={user.id}>
              <span>
                <PersonName user={user} />
                {state === 'INVITED' && (
                  <small className="dimmed">
                    {' '}
                    <Trans>(asked)</Trans>
                  </small>
                )}
              </span>
              {(isAuthor || own) && (
                <Button
                  variant="subtle"
                  color="gray"
                  size="compact"
                  disabled={busy}
                  aria-label={own ? undefined : t`Remove ${name}`}
                  onClick={() => void run({ input: { ideaId: id, userId: user.id } })}
                >
                  {own ? <Trans>Leave</Trans> : <Trans>Remove</Trans>}
                </Button>
              )}
            </li>
          );
        })}
      </ul>
    </>
  );
}
