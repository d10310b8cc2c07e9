import { Trans, useLingui } from '@lingui/react/macro';
import { useQuery } from 'urql';
import { Skeletons } from '@/components/Skeletons';
import { TwoVersions } from '@/components/TwoVersions';
import { graphql } from '@/gql';
import classes from './WritingPage.module.css';
import { toWritten, type Written } from './written';

const NewestText = graphql(`
  query NewestText($id: ID!) {
    idea(id: $id) {
      ...WrittenIdea
    }
  }
`);

interface Props {
  ideaId: string;
  /** Goes on from the newest version: with one's own text, or with the other. */
  onChoice: (version: number, written?: Written) => void;
}

/** Somebody else, or another tab, has changed the same idea: shows the other text, and lets the writer choose. */
export function ConflictNotice({ ideaId, onChoice }: Props) {
  const { t } = useLingui();
  const [{ data, fetching }] = useQuery({
    query: NewestText,
    variables: { id: ideaId },
    requestPolicy: 'network-only',
  });
  const idea = fetching ? null : data?.idea;
  return (
    <TwoVersions
      title={<Trans>There is a newer version of this text</Trans>}
      mine={<Trans>Go on with mine</Trans>}
      theirs={<Trans>Take the newer one</Trans>}
      onChoice={idea ? (whose) => onChoice(idea.version, whose === 'theirs' ? toWritten(idea) : undefined) : undefined}
    >
      <p>
        <Trans>
          It was changed in another window, or by a co-author, while you were writing. Nothing of yours is lost: what
          you wrote stands below.
        </Trans>
      </p>
      {!idea && <Skeletons rows={1} height={120} />}
      {idea && (
        <div className={classes.theirs} tabIndex={0} role="region" aria-label={t`The newer version`}>
          <strong>{idea.title}</strong>
          {'\n\n'}
          {idea.body}
        </div>
      )}
    </TwoVersions>
  );
}
