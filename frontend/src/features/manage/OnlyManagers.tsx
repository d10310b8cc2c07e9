import { useLingui } from '@lingui/react/macro';
import { EmptyState } from '@/components/EmptyState';
import { PageTitle } from '@/components/PageTitle';

/** What everybody else finds at a manager's page. */
export function OnlyManagers() {
  const { t } = useLingui();
  return (
    <>
      <PageTitle>{t`Challenges`}</PageTitle>
      <EmptyState title={t`Only managers run challenges`} />
    </>
  );
}
