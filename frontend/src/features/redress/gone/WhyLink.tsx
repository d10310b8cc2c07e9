import { Trans } from '@lingui/react/macro';
import { useQuery } from 'urql';
import { ButtonLink } from '@/components/ButtonLink';
import { expectHeading } from '@/lib/navigation';
import { TraceOf } from './trace';

/** To the author of an idea that was decided about: where the reasons stand, and the appeal. */
export function WhyLink({ ideaId }: { ideaId: string }) {
  const [{ data }] = useQuery({ query: TraceOf, variables: { ideaId } });
  const decisionId = data?.moderationTrace?.decisionId;
  if (!decisionId) return null;
  return (
    <div>
      <ButtonLink to="/decision/$decisionId" params={{ decisionId }} variant="default" onClick={expectHeading}>
        <Trans>See why, and appeal</Trans>
      </ButtonLink>
    </div>
  );
}
