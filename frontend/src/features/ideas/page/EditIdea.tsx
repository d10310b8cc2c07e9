import { Trans, useLingui } from '@lingui/react/macro';
import { useQuery } from 'urql';
import { ErrorState } from '@/components/ErrorState';
import { PageTitle } from '@/components/PageTitle';
import { Skeletons } from '@/components/Skeletons';
import { EditForm } from '../write/EditForm';
import { StoredDraft } from '../write/submit-target';
import { Crumbs } from './IdeaHead';
import type { PageIdea } from './idea-page';

interface Props {
  idea: PageIdea;
  onEdit: (edit: boolean) => void;
}

/** The idea's page while one of its authors changes it. */
export function EditIdea({ idea, onEdit }: Props) {
  const { t } = useLingui();
  const [{ data, error, fetching }, retry] = useQuery({
    query: StoredDraft,
    variables: { id: idea.id },
    requestPolicy: 'network-only',
  });
  const written = data?.idea;
  return (
    <>
      <Crumbs idea={idea} />
      <PageTitle>{t`Edit the idea`}</PageTitle>
      {!idea.viewerCan.edit && (
        <p>
          <Trans>This idea can’t be edited now.</Trans>
        </p>
      )}
      {error && !written && <ErrorState error={error} retry={retry} />}
      {!error && (fetching || !written) && <Skeletons rows={3} height={120} />}
      {written && !fetching && idea.viewerCan.edit && (
        <EditForm idea={written} tags={idea.company.tags} onDone={() => onEdit(false)} onReturn={() => onEdit(true)} />
      )}
    </>
  );
}
