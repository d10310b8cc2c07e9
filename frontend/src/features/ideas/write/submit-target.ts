import { graphql } from '@/gql';
import type { Locale, SubmitChallengeQuery } from '@/gql/graphql';

export const SubmitChallenge = graphql(`
  query SubmitChallenge($companySlug: String!, $slug: String!) {
    challenge(companySlug: $companySlug, slug: $slug) {
      id
      slug
      title
      summary
      language
      state
      termsHtml
      viewerAcceptedTerms
      phases {
        id
        startsAt
        maySubmit
      }
      currentPhase {
        id
        maySubmit
        endsAt
      }
    }
  }
`);

export const StoredDraft = graphql(`
  query StoredDraft($id: ID!) {
    idea(id: $id) {
      ...WrittenIdea
      author {
        id
      }
    }
  }
`);

/** What an idea is written for: a challenge, or the company's idea box. */
export interface SubmitTarget {
  challengeId?: string;
  /** Whether it can be sent now. */
  open: boolean;
  /** Else since, or until, when. */
  opensAt: string | null;
  terms: string;
  acceptedTerms: boolean;
  language: Locale;
}

type Challenge = NonNullable<SubmitChallengeQuery['challenge']>;

export function targetOf(challenge: Challenge, now = Date.now()): SubmitTarget {
  const { id, phases, currentPhase, termsHtml, viewerAcceptedTerms, language, state } = challenge;
  const over = state === 'CLOSED' || state === 'ARCHIVED';
  const coming = phases.filter(({ startsAt, maySubmit }) => maySubmit && Date.parse(startsAt) > now);
  return {
    challengeId: id,
    open: currentPhase?.maySubmit ?? false,
    opensAt: over ? null : (coming.map(({ startsAt }) => startsAt).toSorted()[0] ?? null),
    terms: termsHtml,
    acceptedTerms: viewerAcceptedTerms,
    language,
  };
}

export const ideaBox = (open: boolean, language: Locale): SubmitTarget => ({
  open,
  opensAt: null,
  terms: '',
  acceptedTerms: true,
  language,
});
