import { Trans, useLingui } from '@lingui/react/macro';
import { useEffect, useRef } from 'react';
import { useQuery } from 'urql';
import { Button } from '@/components/Button';
import { Skeletons } from '@/components/Skeletons';
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
  const heading = useRef<HTMLHeadingElement>(null);
  const [{ data, fetching }] = useQuery({
    query: NewestText,
    variables: { id: ideaId },
    requestPolicy: 'network-only',
  });
  useEffect(() => heading.current?.focus(), []);
  const idea = fetching ? null : data?.idea;
  return (
    <section className={classes.conflict} aria-label={t`Two versions`}>
      <h2 ref={heading} tabIndex={-1}>
        <Trans>There is a newer version of this text</Trans>
      </h2>
      <p>
        <Trans>
          It was changed in another window, or by a co-author, while you were writing. Nothing of yours is lost: what
          you wrote stands below.
        </Trans>
      </p>
      {!idea && <Skeletons rows={1} height={120} />}
      {idea && (
        <>
          <div className={classes.theirs} tabIndex={0} role="region" aria-label={t`The newer version`}>
            <strong>{idea.title}</strong>
            {'\n\n'}
            {idea.body}
          </div>
          <div className="row">
            <Button onClick={() => onChoice(idea.version)}>
              <Trans>Go on with mine</Trans>
            </Button>
            <Button variant="default" onClick={() => onChoice(idea.version, toWritten(idea))}>
              <Trans>Take the newer one</Trans>
            </Button>
          </div>
        </>
      )}
    </section>
  );
}
