import { useEffect, useState } from 'react';
import { useClient } from 'urql';
import { graphql } from '@/gql';
import { type Problem, toProblem } from '@/lib/errors';
import { isAway } from '../decide/verdicts';

const ClaimReview = graphql(`
  mutation ClaimReview($input: ReviewIdInput!) {
    claimReview(input: $input) {
      id
      claimedUntil
      claimedBy {
        id
        displayName
      }
    }
  }
`);

const ReleaseReview = graphql(`
  mutation ReleaseReview($input: ReviewIdInput!) {
    releaseReview(input: $input) {
      id
      claimedUntil
      claimedBy {
        id
      }
    }
  }
`);

/** Who only walks by takes nothing. */
const DWELL = 700;
/** A claim lasts a quarter of an hour. */
const RENEW = 10 * 60_000;

/**
 * Takes the review that somebody stays at, keeps it while they do, and leaves it when they go on.
 * @param onLost somebody else was quicker: took it, or has decided
 */
export function useClaim(reviewId: string | null, onLost: (problem: Problem) => void): void {
  const client = useClient();
  const [latest] = useState({ onLost });
  latest.onLost = onLost;
  useEffect(() => {
    if (!reviewId) return;
    const input = { reviewId };
    let [here, claimed] = [true, false];
    const claim = async () => {
      const { error } = await client.mutation(ClaimReview, { input }).toPromise();
      claimed = !error;
      if (!here) return release();
      const problem = error && toProblem(error);
      if (problem && problem.code !== 'OFFLINE') latest.onLost(problem);
    };
    const release = () => {
      // what was decided is closed by its decision
      if (claimed && !isAway(reviewId)) void client.mutation(ReleaseReview, { input }).toPromise();
      claimed = false;
    };
    const start = setTimeout(claim, DWELL);
    const again = setInterval(claim, RENEW);
    addEventListener('pagehide', release);
    return () => {
      here = false;
      clearTimeout(start);
      clearInterval(again);
      removeEventListener('pagehide', release);
      release();
    };
  }, [client, reviewId, latest]);
}
