import { Trans, useLingui } from '@lingui/react/macro';
import { useQuery } from 'urql';
import { ErrorState } from '@/components/ErrorState';
import { PersonName } from '@/components/PersonName';
import { RelativeTime } from '@/components/RelativeTime';
import { Skeletons } from '@/components/Skeletons';
import { graphql } from '@/gql';
import type { IdeaRevisionsQuery } from '@/gql/graphql';
import classes from '../page/IdeaPage.module.css';

const IdeaRevisions = graphql(`
  query IdeaRevisions($id: ID!) {
    idea(id: $id) {
      id
      revisions {
        number
        createdAt
        note
        editor {
          ...PersonName
        }
        titleDiff {
          kind
          text
        }
        bodyDiff {
          kind
          text
        }
      }
    }
  }
`);

type Revision = NonNullable<IdeaRevisionsQuery['idea']>['revisions'][number];

const MARKS = { SAME: 'span', ADDED: 'ins', REMOVED: 'del' } as const;

/** What was added and what went, marked in the text; of the first version everything is new, and nothing is marked. */
const Diff = ({ parts, first }: { parts: Revision['bodyDiff']; first: boolean }) => (
  <>
    {parts.map(({ kind, text }, place) => {
      const Mark = first ? 'span' : MARKS[kind];
      return <Mark key={place}>{text}</Mark>;
    })}
  </>
);

function RevisionBox({ revision: { number, createdAt, note, editor, titleDiff, bodyDiff } }: { revision: Revision }) {
  const { t } = useLingui();
  const first = number === 1;
  return (
    <li className={classes.revision}>
      <h3>{first ? <Trans>First version</Trans> : <Trans>Version {number}</Trans>}</h3>
      <span className="dimmed">
        <PersonName user={editor} /> · <RelativeTime at={createdAt} />
      </span>
      {note && <p>{note}</p>}
      <div className={classes.diff} tabIndex={0} role="region" aria-label={t`Changes of version ${number}`}>
        <strong>
          <Diff parts={titleDiff} first={first} />
        </strong>
        {'\n\n'}
        <Diff parts={bodyDiff} first={first} />
      </div>
    </li>
  );
}

/** Every version of the text, each against the one before. */
export function RevisionList({ ideaId }: { ideaId: string }) {
  const [{ data, error }, retry] = useQuery({ query: IdeaRevisions, variables: { id: ideaId } });
  if (error && !data) return <ErrorState error={error} retry={retry} />;
  if (!data?.idea) return <Skeletons rows={2} height={140} />;
  const latest = data.idea.revisions.toSorted((a, b) => b.number - a.number);
  return (
    <ol className="plain">
      {latest.map((revision) => (
        <RevisionBox key={revision.number} revision={revision} />
      ))}
    </ol>
  );
}
