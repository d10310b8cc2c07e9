import type { MessageDescriptor } from '@lingui/core';
import { msg } from '@lingui/core/macro';
import { Trans } from '@lingui/react/macro';
import type { AppealState, OwnComplaintFragment } from '@/gql/graphql';
import { Course } from '../Course';

const SAYS: Record<AppealState, MessageDescriptor> = {
  OPEN: msg`Your complaint waits for somebody who did not decide before.`,
  UPHELD: msg`Your complaint was turned down: it stays as it is.`,
  OVERTURNED: msg`Your complaint was right: it was opened again, for a new decision.`,
};

/** What was said against that something stays, and what became of it. */
export function ComplaintState({ complaint }: { complaint: OwnComplaintFragment }) {
  return (
    <section>
      <h2>
        <Trans>Your complaint</Trans>
      </h2>
      <Course of={complaint} says={SAYS} />
    </section>
  );
}
