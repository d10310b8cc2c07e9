import { plural } from '@lingui/core/macro';
import { Plural, Trans, useLingui } from '@lingui/react/macro';
import { Link } from '@tanstack/react-router';
import { useId, useState } from 'react';
import { Button } from '@/components/Button';
import { ButtonLink } from '@/components/ButtonLink';
import { StatusBadge } from '@/components/StatusBadge';
import type { SimilarIdeaFragment } from '@/gql/graphql';
import { langOf } from '@/lib/i18n';
import { useSession } from '@/lib/session';
import { useVoting } from '@/lib/use-voting';
import { useStanding } from '@/lib/voting';
import classes from './SimilarIdeas.module.css';
import { useSimilar } from './use-similar';
import type { Written } from './written';

/** One tap votes, and then leads there. A second tap of a double one does nothing. */
function Choice({ idea, titleId }: { idea: SimilarIdeaFragment; titleId: string }) {
  const { status } = useSession();
  const tap = useVoting(idea);
  const voted = idea.viewerVote === 'UP';
  const there = (
    <ButtonLink
      to="/i/$ideaId"
      params={{ ideaId: idea.id }}
      variant={voted ? 'filled' : 'default'}
      aria-describedby={titleId}
    >
      <Trans>Go there</Trans>
    </ButtonLink>
  );
  if (status === 'in' && !idea.viewerCan.vote && !voted) return <div className={classes.choice}>{there}</div>;
  return (
    <div className={classes.choice}>
      <Button
        variant={voted ? 'subtle' : 'outline'}
        aria-describedby={titleId}
        onClick={({ detail }) => detail < 2 && void tap('UP')}
      >
        {voted ? <Trans>Take my vote back</Trans> : <Trans>Vote for it instead</Trans>}
      </Button>
      {voted && there}
    </div>
  );
}

function Card({ idea: known }: { idea: SimilarIdeaFragment }) {
  const idea = useStanding(known);
  const id = useId();
  return (
    <li className={classes.card}>
      <p className={classes.facts}>
        <StatusBadge status={idea.status} />
        {idea.upCount != null && (
          <span>
            <Plural value={idea.upCount} one="# vote" other="# votes" />
          </span>
        )}
        <span role="status" className="hidden">
          {idea.viewerVote === 'UP' && <Trans>You voted for it</Trans>}
        </span>
      </p>
      <Link id={id} to="/i/$ideaId" params={{ ideaId: idea.id }} className={classes.title} lang={langOf(idea.language)}>
        {idea.title}
      </Link>
      <Choice idea={idea} titleId={id} />
    </li>
  );
}

interface Props {
  companyId: string;
  challengeId?: string;
  written: Written;
  /** Leads on to the text. */
  onNone: () => void;
}

/**
 * Ideas that say what is being written, so that votes stay together. It has its full height from the beginning: whatever
 * is found, no field moves. While a finger or the focus is in it, it stays as it is.
 */
export function SimilarIdeas({ companyId, challengeId, written, onNone }: Props) {
  const { t } = useLingui();
  const id = useId();
  const [still, setStill] = useState(false);
  const [none, setNone] = useState(false);
  const ideas = useSimilar({ companyId, challengeId, written, still });
  const goOn = () => {
    setNone(true);
    setStill(false);
    onNone();
  };
  return (
    <section
      className={classes.similar}
      aria-labelledby={id}
      onPointerEnter={() => setStill(true)}
      onPointerLeave={() => setStill(false)}
      onFocus={() => setStill(true)}
      onBlur={() => setStill(false)}
    >
      <div className={classes.head}>
        <h2 id={id}>{ideas.length > 0 ? t`Is it one of these?` : t`Similar ideas`}</h2>
        {ideas.length > 0 && (
          <Button variant="subtle" onClick={none ? () => setNone(false) : goOn}>
            {none ? <Trans>Show them</Trans> : <Trans>None of these, go on</Trans>}
          </Button>
        )}
      </div>
      <p role="status" className="hidden">
        {ideas.length > 0 && t`${plural(ideas.length, { one: '# similar idea', other: '# similar ideas' })}`}
      </p>
      {ideas.length === 0 ? (
        <p className={classes.hint}>
          <Trans>If somebody had the idea before, it appears here while you write: one vote more helps it on.</Trans>
        </p>
      ) : (
        !none && (
          <ul className={classes.cards}>
            {ideas.map((idea) => (
              <Card key={idea.id} idea={idea} />
            ))}
          </ul>
        )
      )}
    </section>
  );
}
