import { Plural, Trans, useLingui } from '@lingui/react/macro';
import { EmptyState } from '@/components/EmptyState';
import { ExportButton } from '@/components/ExportButton';
import { ErrorState } from '@/components/ErrorState';
import { LoadMore } from '@/components/LoadMore';
import { OnlyManagers } from '@/components/OnlyManagers';
import { PageTitle } from '@/components/PageTitle';
import { Skeletons } from '@/components/Skeletons';
import { useCompany } from '@/lib/company';
import { usePages } from '@/lib/use-pages';
import classes from './Audit.module.css';
import { AuditEntries, toArguments } from './audit';
import type { AuditSearch } from './audit-search';
import { Entry } from './Entry';
import { Filters } from './Filters';

interface Props {
  search: AuditSearch;
  onSearch: (search: AuditSearch) => void;
}

/** What the staff did, the latest first: for managers. */
export function AuditPage({ search, onSearch }: Props) {
  const { t } = useLingui();
  const { id: companyId, slug, viewerCan } = useCompany();
  if (!viewerCan.manage)
    return <OnlyManagers title={t`What staff did`} why={t`Only managers see what the staff did`} />;
  return (
    <>
      <PageTitle
        lead={t`Every act of the staff, with what it changed. Nobody can change or remove an entry.`}
        actions={
          <ExportButton
            name="audit"
            input={{ companyId, ...toArguments(search) }}
            slug={slug}
            done={t`The file is there. That you took it is noted here, too.`}
            failed={t`The file could not be made. Try again in a moment.`}
          >
            <Trans>Export as CSV</Trans>
          </ExportButton>
        }
      >{t`What staff did`}</PageTitle>
      <Filters search={search} onSearch={onSearch} />
      <Entries search={search} onSearch={onSearch} />
    </>
  );
}

function Entries({ search, onSearch }: Props) {
  const { t } = useLingui();
  const { id: companyId } = useCompany();
  const variables = { companyId, ...toArguments(search) };
  const pages = usePages(AuditEntries, variables, ({ auditEntries }) => auditEntries);
  const { nodes, loading, error } = pages;
  if (error) return <ErrorState error={error} retry={pages.retry} />;
  if (loading) return <Skeletons rows={6} height={64} />;
  return (
    <>
      <p className={classes.count} role="status">
        <Plural value={pages.totalCount ?? 0} one="# act" other="# acts" />
      </p>
      {nodes.length === 0 ? (
        <EmptyState title={t`Nothing found`}>
          <Trans>Try another period, person or act.</Trans>
        </EmptyState>
      ) : (
        <ol className={`plain surface ${classes.list}`} aria-busy={pages.stale}>
          {nodes.map((entry) => (
            <Entry key={entry.id} entry={entry} onNarrow={(change) => onSearch({ ...search, ...change })} />
          ))}
        </ol>
      )}
      <LoadMore {...pages} />
    </>
  );
}
