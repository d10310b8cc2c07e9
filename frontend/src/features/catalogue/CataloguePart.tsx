import { Plural, Trans, useLingui } from '@lingui/react/macro';
import { IconCoins } from '@tabler/icons-react';
import { useState } from 'react';
import { useQuery } from 'urql';
import { EmptyState } from '@/components/EmptyState';
import { ErrorState } from '@/components/ErrorState';
import { LoadMore } from '@/components/LoadMore';
import { Skeletons } from '@/components/Skeletons';
import { useCompany } from '@/lib/company';
import { usePages } from '@/lib/use-pages';
import classes from './Catalogue.module.css';
import { Catalogue, CatalogueBalance } from './catalogue';
import { RedeemDialog } from './RedeemDialog';
import { RewardCard } from './RewardCard';

/** What members get for points, and how far each thing is away. */
export function CataloguePart() {
  const { t } = useLingui();
  const { id: companyId, viewerMembership } = useCompany();
  const pages = usePages(Catalogue, { companyId }, ({ rewards }) => rewards);
  const [wallet] = useQuery({ query: CatalogueBalance, variables: { companyId }, pause: !viewerMembership });
  const [chosenId, setChosenId] = useState<string | null>(null);
  const { nodes } = pages;
  const chosen = nodes.find(({ id }) => id === chosenId);
  const owned = wallet.data?.viewerWallet.balance;
  // below zero nothing can be spent, and nobody has to pay it
  const balance = owned === undefined ? undefined : Math.max(0, owned);
  if (pages.error) return <ErrorState error={pages.error} retry={pages.retry} />;
  if (pages.loading) return <Skeletons rows={3} height={220} />;
  return (
    <>
      {balance !== undefined && (
        <p className={classes.balance}>
          <IconCoins size={22} aria-hidden />
          <span>
            <Trans>
              You have <Plural value={balance} one={<strong># point</strong>} other={<strong># points</strong>} /> to
              spend.
            </Trans>
          </span>
        </p>
      )}
      {nodes.length === 0 ? (
        <EmptyState title={t`Nothing to choose from yet`}>
          <Trans>Points keep: what comes later can be had for the points of today.</Trans>
        </EmptyState>
      ) : (
        <ul className="cards" aria-label={t`What you can get`} aria-busy={pages.stale}>
          {nodes.map((reward) => (
            <li key={reward.id}>
              <RewardCard reward={reward} onRedeem={() => setChosenId(reward.id)} />
            </li>
          ))}
        </ul>
      )}
      <LoadMore {...pages} />
      {chosen && <RedeemDialog key={chosen.id} reward={chosen} balance={balance} onClose={() => setChosenId(null)} />}
    </>
  );
}
