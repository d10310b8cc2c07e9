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
