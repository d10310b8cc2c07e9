import { Trans, useLingui } from '@lingui/react/macro';
import { useQuery } from 'urql';
import { ErrorState } from '@/components/ErrorState';
import { PersonName } from '@/components/PersonName';
import { RelativeTime } from '@/components/RelativeTime';
import { Skeletons } from '@/components/Skeletons';
import { graphql } from '@/gql';
import type { IdeaRevisionsQuery } from '@/gql/graphql';
import { langOf } from '@/lib/i18n';
import classes from '../page/IdeaPage.module.css';

const IdeaRevisions = graphql(`
  query IdeaRevisions($id: ID!) {
    idea(id: $id) {
      id
      language
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

type RevisedIdea = NonNullable<IdeaRevisionsQuery['idea']>;
type Revision = RevisedIdea['revisions'][number];

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

interface BoxProps {
  revision: Revision;
  language: RevisedIdea['language'];
}

function RevisionBox({ revision, language }: BoxProps) {
  const { number, createdAt, note, editor, titleDiff, bodyDiff } = revision;
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
        <div lang={langOf(language)}>
          <strong>
            <Diff parts={titleDiff} first={first} />
          </strong>
          {'\n\n'}
          <Diff parts={bodyDiff} first={first} />
        </div>
      </div>
    </li>
  );
}

/** Every version of the text, each against the one before. */
export function RevisionList({ ideaId }: { ideaId: string }) {
  const [{ data, error }, retry] = useQuery({ query: IdeaRevisions, variables: { id: ideaId } });
  if (error && !data) return <ErrorState error={error} retry={retry} />;
  if (!data?.idea) return <Skeletons rows={2} height={140} />;
  const { revisions, language } = data.idea;
  const latest = revisions.toSorted((a, b) => b.number - a.number);
  return (
    <ol className="plain">
      {latest.map((revision) => (
        <RevisionBox key={revision.number} revision={revision} language={language} />
      ))}
    </ol>
  );
}
