import { Trans } from '@lingui/react/macro';
import { Link } from '@tanstack/react-router';
import { useQuery } from 'urql';
import { Button } from '@/components/Button';
import { PersonName } from '@/components/PersonName';
import { graphql } from '@/gql';
import { useAction } from '@/lib/use-action';
import classes from './MyDrafts.module.css';

const MyCoauthorInvitations = graphql(`
  query MyCoauthorInvitations {
    myCoauthorInvitations {
      id
      title
      author {
        ...PersonName
      }
    }
  }
`);

const AnswerCoauthorInvitation = graphql(`
  mutation AnswerCoauthorInvitation($input: AnswerCoauthorInvitationInput!) {
    answerCoauthorInvitation(input: $input) {
      id
    }
  }
`);

/** Ideas whose authors ask the viewer to write with them. */
export function CoauthorInvitations() {
  const [{ data }] = useQuery({ query: MyCoauthorInvitations });
  const { run, busy } = useAction(AnswerCoauthorInvitation);
  const answer = (ideaId: string, accept: boolean) => void run({ input: { ideaId, accept } });
  if (!data?.myCoauthorInvitations.length) return null;
  return (
    <section className={classes.section}>
      <h2>
        <Trans>Invitations to write together</Trans>
      </h2>
      <ul className="plain surface">
        {data.myCoauthorInvitations.map(({ id, title, author }) => (
          <li key={id} className={classes.draft}>
            <div className={classes.text}>
              <Link to="/i/$ideaId" params={{ ideaId: id }}>
                {title}
              </Link>
              <span className="dimmed">
                <PersonName user={author} />
              </span>
            </div>
            <div className="row">
              <Button disabled={busy} onClick={() => answer(id, true)}>
                <Trans>Accept</Trans>
              </Button>
              <Button variant="default" disabled={busy} onClick={() => answer(id, false)}>
                <Trans>Decline</Trans>
              </Button>
            </div>
          </li>
        ))}
      </ul>
    </section>
  );
}
