import { useLingui } from '@lingui/react/macro';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useQuery } from 'urql';
import { ErrorState } from '@/components/ErrorState';
import { NotFound } from '@/components/NotFound';
import { OnlyManagers } from '@/components/OnlyManagers';
import { Skeletons } from '@/components/Skeletons';
import type { EditedChallengeFragment } from '@/gql/graphql';
import { useCompany } from '@/lib/company';
import { useViewer } from '@/lib/session';
import { type Beginning, keptBeginning, newBeginning, placeOf, storedBeginning } from './beginning';
import { ChallengeEditor, type EditorProps } from './ChallengeEditor';
import { ChallengeToEdit } from './documents';
import { StartPage } from './StartPage';

interface Props extends EditorProps {
  /** `new`: of one that there is not yet */
  challengeId: string;
}

/** Writing a new challenge, or changing one that there is. */
export function ChallengeEditorPage({ challengeId, ...editor }: Props) {
  const { t } = useLingui();
  const { slug, viewerCan } = useCompany();
  const navigate = useNavigate();
  // a new challenge gets its address while somebody writes: the form stays
  const [made, setMade] = useState<string>();
  const [session, setSession] = useState({ challengeId, key: challengeId });
  if (session.challengeId !== challengeId)
    setSession({ challengeId, key: challengeId === made ? session.key : crypto.randomUUID() });
  if (!viewerCan.manage) return <OnlyManagers title={t`Challenges`} why={t`Only managers run challenges`} />;
  const onMade = (id: string) => {
    setMade(id);
    void navigate({
      to: '/$slug/manage/challenges/$challengeId',
      params: { slug, challengeId: id },
      search: (search) => search,
      replace: true,
      resetScroll: false,
    });
  };
  return <Editing key={session.key} challengeId={challengeId} onMade={onMade} {...editor} />;
}

function Editing({ challengeId, onMade, ...editor }: Props & { onMade: (id: string) => void }) {
  const { id: companyId } = useCompany();
  const viewerId = useViewer()?.id ?? '';
  const fresh = challengeId === 'new';
  const [begun, setBegun] = useState<Beginning | null>(() =>
    fresh ? keptBeginning(placeOf(viewerId, companyId)) : null,
  );
  const [{ data, error }, retry] = useQuery({
    query: ChallengeToEdit,
    variables: { id: challengeId },
    requestPolicy: 'network-only',
    pause: fresh,
  });
  const challenge = data?.challenge ?? undefined;
  if (begun) return <ChallengeEditor beginning={begun} challenge={challenge} onMade={onMade} {...editor} />;
  if (fresh) return <StartPage onBegin={(values) => setBegun(newBeginning(values))} />;
  if (challenge) return <Stored challenge={challenge} onMade={onMade} {...editor} />;
  if (error) return <ErrorState error={error} retry={retry} />;
  return data ? <NotFound /> : <Skeletons rows={2} height={240} />;
}

function Stored(props: EditorProps & { challenge: EditedChallengeFragment; onMade: (id: string) => void }) {
  const { i18n } = useLingui();
  const { id: companyId } = useCompany();
  const viewerId = useViewer()?.id ?? '';
  const { challenge } = props;
  const [beginning] = useState(() =>
    storedBeginning(placeOf(viewerId, companyId, challenge.id), challenge, i18n.locale),
  );
  return <ChallengeEditor beginning={beginning} {...props} />;
}
