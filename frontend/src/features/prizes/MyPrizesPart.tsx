import { Trans, useLingui } from '@lingui/react/macro';
import { EmptyState } from '@/components/EmptyState';
import { ErrorState } from '@/components/ErrorState';
import { LoadMore } from '@/components/LoadMore';
import { Skeletons } from '@/components/Skeletons';
import type { MyPartProps } from '@/lib/part-props';
import { usePages } from '@/lib/use-pages';
import { ClaimCard } from './ClaimCard';
import { MyPrizeClaims } from './documents';
import { Shares } from './Shares';

/** What one has won in a company's challenges, and where it is. */
export function MyPrizesPart({ company }: MyPartProps) {
  const { t } = useLingui();
  const { id: companyId, name } = company;
  const pages = usePages(MyPrizeClaims, { companyId }, ({ myPrizeClaims }) => myPrizeClaims);
  if (pages.error) return <ErrorState error={pages.error} retry={pages.retry} />;
  if (pages.loading) return <Skeletons rows={2} height={160} />;
  return (
    <>
      {pages.nodes.length === 0 ? (
        <EmptyState title={t`No prizes yet`}>
          <Trans>When an idea of yours wins in a challenge of {name}, its prize is here.</Trans>
        </EmptyState>
      ) : (
        <ul className="plain stack" aria-label={t`Prizes`} aria-busy={pages.stale}>
          {pages.nodes.map((claim) => (
            <li key={claim.id}>
              <ClaimCard claim={claim} company={company} onStale={pages.retry} />
            </li>
          ))}
        </ul>
      )}
      <LoadMore {...pages} />
      <Shares companyId={companyId} />
    </>
  );
}
