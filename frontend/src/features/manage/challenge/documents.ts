import { graphql } from '@/gql';

/** Drafts a challenge. */
export const CreateChallenge = graphql(`
  mutation CreateChallenge($input: CreateChallengeInput!) {
    createChallenge(input: $input) {
      ...EditedChallenge
    }
  }
`);

/** Changes one. */
export const UpdateChallenge = graphql(`
  mutation UpdateChallenge($input: UpdateChallengeInput!) {
    updateChallenge(input: $input) {
      ...EditedChallenge
    }
  }
`);

/** Reads one for its editor. */
export const ChallengeToEdit = graphql(`
  query ChallengeToEdit($id: ID!) {
    challenge(id: $id) {
      ...EditedChallenge
    }
  }
`);

/** Whether there is anybody who could be a jury. */
export const Jurors = graphql(`
  query Jurors($companyId: ID!) {
    companyMembers(companyId: $companyId, role: EXPERT, first: 1) {
      totalCount
    }
  }
`);
