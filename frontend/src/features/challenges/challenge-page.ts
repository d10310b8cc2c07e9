import { graphql } from '@/gql';
import type { ChallengePageQuery } from '@/gql/graphql';

export const ChallengePageDocument = graphql(`
  query ChallengePage($companySlug: String!, $slug: String!) {
    challenge(companySlug: $companySlug, slug: $slug) {
      id
      slug
      title
      summary
      briefHtml
      coverUrl
      language
      termsHtml
      state
      startsAt
      endsAt
      closedAt
      closeReason
      ideaCount
      authorCount
      prizes {
        ...PrizeLine
      }
      criteria {
        id
        name
        description
        weight
      }
      phases {
        ...PhaseStep
        maySubmit
        countsVisible
      }
      currentPhase {
        id
        kind
        endsAt
        maySubmit
        mayVote
      }
      nextPhase {
        id
        kind
        startsAt
      }
      extensions {
        at
        endsAt
        reason
        phase {
          id
          kind
        }
      }
      viewerCan {
        submit
        seeCounts
        manage
      }
    }
  }
`);

/** A challenge as its page shows it. */
export type Challenge = NonNullable<ChallengePageQuery['challenge']>;

/** When hidden counts come to light: with the first phase that shows them, else when all is over. */
export function countsHiddenUntil({ viewerCan, phases, endsAt }: Challenge, now = Date.now()): string | null {
  if (viewerCan.seeCounts) return null;
  const shown = phases
    .filter(({ startsAt, countsVisible }) => countsVisible && Date.parse(startsAt) > now)
    .map(({ startsAt }) => startsAt)
    .toSorted();
  return shown[0] ?? endsAt ?? null;
}

/** When ideas are taken again; null when they are not. */
export const nextSubmission = ({ phases }: Challenge, now = Date.now()): string | null =>
  phases
    .filter(({ startsAt, maySubmit }) => maySubmit && Date.parse(startsAt) > now)
    .map(({ startsAt }) => startsAt)
    .toSorted()[0] ?? null;

/** The next moment at which something changes here. */
export const nextChange = ({ currentPhase, nextPhase }: Challenge): string | null =>
  [currentPhase?.endsAt, nextPhase?.startsAt].filter((at) => at != null).toSorted()[0] ?? null;
