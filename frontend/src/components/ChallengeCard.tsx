import { Plural, Trans } from '@lingui/react/macro';
import { IconBulb, IconClock, IconGift } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { graphql } from '@/gql';
import type { ChallengeCardFragment } from '@/gql/graphql';
import { useFormat } from '@/lib/format';
import { fromApiLocale } from '@/lib/i18n';
import classes from './ChallengeCard.module.css';
import { Cover } from './Cover';
import { usePhaseName } from './PhaseTimeline';
import { TimeLeft } from './TimeLeft';

export const ChallengeCardFields = graphql(`
  fragment ChallengeCard on Challenge {
    id
    slug
    title
    summary
    coverUrl
    language
    state
    startsAt
    endsAt
    ideaCount
    currentPhase {
      id
      kind
      endsAt
    }
    prizes {
      ...PrizeLine
    }
    company {
      id
      slug
      name
      brandColor
    }
  }
  fragment PrizeLine on Prize {
    id
    place
    title
    kind
    amountMinor
    currency
    points
    shareBasisPoints
  }
`);

/** What goes on there and for how long still; or when it begins or ended. */
function Clock({ challenge: { state, startsAt, endsAt, currentPhase } }: { challenge: ChallengeCardFragment }) {
  const format = useFormat();
  const nameOf = usePhaseName();
  if (state === 'CLOSED' || state === 'ARCHIVED')
    return endsAt ? <Trans>Closed on {format.date(endsAt)}</Trans> : <Trans>Closed</Trans>;
  if (startsAt && Date.parse(startsAt) > Date.now()) return <Trans>Opens {format.relative(startsAt)}</Trans>;
  if (!currentPhase) return endsAt ? <TimeLeft until={endsAt} /> : <Trans>Under way</Trans>;
  return (
    <span>
      {nameOf(currentPhase.kind)}: <TimeLeft until={currentPhase.endsAt} />
    </span>
  );
}

interface Props {
  challenge: ChallengeCardFragment;
  /** Where challenges of several companies stand together. */
  withCompany?: boolean;
  level?: 2 | 3;
}

/** A challenge among others: who asks, what, for which prize, until when. */
export function ChallengeCard({ challenge, withCompany = false, level = 3 }: Props) {
  const Heading = `h${level}` as const;
  const { company, slug, prizes } = challenge;
  return (
    <article className={classes.card}>
      <Cover url={challenge.coverUrl} color={company.brandColor} seed={slug} />
      <div className={classes.text} lang={fromApiLocale(challenge.language)}>
        {withCompany && <p className={classes.company}>{company.name}</p>}
        <Heading className={classes.title}>
          <Link
            to="/$slug/c/$challengeSlug"
            params={{ slug: company.slug, challengeSlug: slug }}
            className={classes.link}
          >
            {challenge.title}
          </Link>
        </Heading>
        <p className={classes.summary}>{challenge.summary}</p>
        {prizes[0] && (
          <p className={classes.prize}>
            <IconGift size={18} aria-hidden /> {prizes[0].title}
          </p>
        )}
      </div>
      <p className={classes.facts}>
        <span>
          <IconClock size={18} aria-hidden /> <Clock challenge={challenge} />
        </span>
        <span>
          <IconBulb size={18} aria-hidden /> <Plural value={challenge.ideaCount} one="# idea" other="# ideas" />
        </span>
      </p>
    </article>
  );
}
