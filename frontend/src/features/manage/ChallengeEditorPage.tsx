import { useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import { useQuery } from 'urql';
import { ErrorState } from '@/components/ErrorState';
import { NotFound } from '@/components/NotFound';
import { PageTitle } from '@/components/PageTitle';
import { Skeletons } from '@/components/Skeletons';
import { ChallengeStateBadge } from '@/components/StatusBadge';
import { graphql } from '@/gql';
import { useCompany } from '@/lib/company';
import { ChallengeActions } from './ChallengeActions';
import { ChallengeForm } from './ChallengeForm';
import { OnlyManagers } from './OnlyManagers';

const ChallengeToEdit = graphql(`
  query ChallengeToEdit($id: ID!) {
    challenge(id: $id) {
      ...EditedChallenge
    }
  }
`);

/** Writing a new challenge, or changing one that there is. */
export function ChallengeEditorPage({ challengeId }: { challengeId: string }) {
  const { t } = useLingui();
  const { viewerCan } = useCompany();
  const [unsaved, setUnsaved] = useState(false);
  const fresh = challengeId === 'new';
  const [{ data, error }, retry] = useQuery({
    query: ChallengeToEdit,
    variables: { id: challengeId },
    requestPolicy: 'network-only',
    pause: fresh || !viewerCan.manage,
  });
  if (!viewerCan.manage) return <OnlyManagers />;
  if (fresh) {
    return (
      <>
        <PageTitle>{t`New challenge`}</PageTitle>
        <ChallengeForm />
      </>
    );
  }
  if (error && !data) return <ErrorState error={error} retry={retry} />;
  if (!data) return <Skeletons rows={2} height={240} />;
  if (!data.challenge) return <NotFound />;
  const { challenge } = data;
  return (
    <>
      <PageTitle lang={challenge.language.toLowerCase()} lead={<ChallengeStateBadge state={challenge.state} />}>
        {challenge.title}
      </PageTitle>
      <div className="columns">
        <ChallengeForm key={challenge.id} challenge={challenge} onUnsaved={setUnsaved} />
        <ChallengeActions challenge={challenge} unsaved={unsaved} />
      </div>
    </>
  );
}
