import { graphql } from '@/gql';

/** Signed in, for one's own address; signed out, for the one of a sign-up. */
export const ResendVerification = graphql(`
  mutation ResendVerification($input: ResendVerificationInput) {
    resendVerification(input: $input) {
      ok
    }
  }
`);
