import { Plural, Trans, useLingui } from '@lingui/react/macro';
import { Button } from '@/components/Button';
import { EmptyState } from '@/components/EmptyState';
import { ErrorState } from '@/components/ErrorState';
import { LoadMore } from '@/components/LoadMore';
import { Segmented } from '@/components/Segmented';
import { Skeletons } from '@/components/Skeletons';
import type { RewardState } from '@/gql/graphql';
import { useCompany } from '@/lib/company';
import type { PartProps } from '@/lib/part-props';
import { choiceParam, textParam } from '@/lib/search';
import { usePages } from '@/lib/use-pages';
import { useRewardStates } from '../words';
import { type ManagedReward, ManagedRewards } from './documents';
import classes from './Manage.module.css';
import { RewardEditor } from './RewardEditor';

const STATES = ['PUBLISHED', 'DRAFT', 'RETIRED'] as const;

/** What a company has to give, put together by its managers. */
export function CatalogueDesk({ search, onSearch }: PartProps) {
  const state = choiceParam(search.state, STATES) ?? 'PUBLISHED';
  const open = textParam(search.reward);
  const show = (reward?: string) => onSearch({ part: 'catalogue', state, reward });
  if (open) return <RewardEditor key={open} id={open === 'new' ? null : open} onMade={show} onBack={() => show()} />;
  return <List state={state} onState={(chosen) => onSearch({ part: 'catalogue', state: chosen })} onOpen={show} />;
}

interface ListProps {
  state: RewardState;
  onState: (state: RewardState) => void;
  onOpen: (reward: string) => void;
}

function List({ state, onState, onOpen }: ListProps) {
  const { t } = useLingui();
  const { id: companyId } = useCompany();
  const names = useRewardStates();
  const pages = usePages(ManagedRewards, { companyId, state }, ({ managedRewards }) => managedRewards);
  return (
    <>
      <div className={classes.head}>
        <Segmented
          label={t`Which rewards`}
          value={state}
          options={STATES.map((each) => [each, names[each]] as const)}
          onChange={onState}
        />
        <Button onClick={() => onOpen('new')}>
          <Trans>New reward</Trans>
        </Button>
      </div>
      {pages.error ? (
        <ErrorState error={pages.error} retry={pages.retry} />
      ) : pages.loading ? (
        <Skeletons rows={4} height={72} />
      ) : pages.nodes.length === 0 ? (
        <EmptyState title={t`None here`}>
          <Trans>
            What you put here, members get for their points: an experience, a discount, a first look, a product.
          </Trans>
        </EmptyState>
      ) : (
        <ul className={`plain surface ${classes.list}`} aria-label={t`Rewards`} aria-busy={pages.stale}>
          {pages.nodes.map((reward) => (
            <Line key={reward.id} reward={reward} onOpen={() => onOpen(reward.id)} />
          ))}
        </ul>
      )}
      <LoadMore {...pages} />
    </>
  );
}

function Line({ reward, onOpen }: { reward: ManagedReward; onOpen: () => void }) {
  const { title, cost, stock, taken, fulfilment, thumbnailUrl } = reward;
  return (
    <li>
      <button type="button" className={classes.item} onClick={onOpen}>
        {thumbnailUrl && <img src={thumbnailUrl} alt="" className={classes.thumb} loading="lazy" />}
        <span>
          <strong className={classes.title}>{title}</strong>
          <span className="dimmed">
            <Plural value={cost} one="# point" other="# points" />
            {' · '}
            {fulfilment === 'CODE' ? <Trans>By code</Trans> : <Trans>Handed over by you</Trans>}
            {' · '}
            <Plural value={taken} one="# redeemed" other="# redeemed" />
          </span>
        </span>
        <span className={classes.left} data-out={stock === 0 || undefined}>
          {stock === null ? <Trans>Any number left</Trans> : <Plural value={stock} one="# left" other="# left" />}
        </span>
      </button>
    </li>
  );
}
