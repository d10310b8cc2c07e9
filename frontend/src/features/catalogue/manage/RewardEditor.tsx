import { Trans, useLingui } from '@lingui/react/macro';
import { useQuery } from 'urql';
import { Button } from '@/components/Button';
import { ErrorState } from '@/components/ErrorState';
import { Skeletons } from '@/components/Skeletons';
import { toast } from '@/lib/toasts';
import { useAction } from '@/lib/use-action';
import { useRewardStates } from '../words';
import { CodesPanel } from './CodesPanel';
import { type ManagedReward, PublishReward, RetireReward, RewardToEdit } from './documents';
import classes from './Manage.module.css';
import { RewardForm } from './RewardForm';
import { StockPanel } from './StockPanel';

interface Props {
  /** null: a new one */
  id: string | null;
  onMade: (id: string) => void;
  onBack: () => void;
}

/** One reward: what it is, how many there are, and whether it is in the catalogue. */
export function RewardEditor({ id, onMade, onBack }: Props) {
  const [{ data, error, fetching }] = useQuery({
    query: RewardToEdit,
    variables: { id: id ?? '' },
    pause: id === null,
  });
  const reward = data?.reward;
  return (
    <>
      <p>
        <Button variant="subtle" onClick={onBack}>
          <Trans>All rewards</Trans>
        </Button>
      </p>
      {error && !reward ? (
        <ErrorState error={error} />
      ) : id !== null && !reward ? (
        fetching && <Skeletons rows={2} height={240} />
      ) : (
        <div className="stack">
          {reward && <Publishing reward={reward} />}
          <RewardForm key={reward?.id ?? 'new'} reward={reward ?? null} onMade={onMade} />
          {reward && (reward.fulfilment === 'CODE' ? <CodesPanel reward={reward} /> : <StockPanel reward={reward} />)}
        </div>
      )}
    </>
  );
}

/** Whether members see it. */
function Publishing({ reward: { id: rewardId, version, state, stock, title } }: { reward: ManagedReward }) {
  const { t } = useLingui();
  const names = useRewardStates();
  const publish = useAction(PublishReward);
  const retire = useAction(RetireReward);
  const { run, busy } = state === 'PUBLISHED' ? retire : publish;
  const turn = async () => {
    if (busy || !(await run({ input: { rewardId, version } }))) return;
    toast(state === 'PUBLISHED' ? t`It is out of the catalogue.` : t`Members can get it now.`, { tone: 'success' });
  };
  return (
    <section className={`surface ${classes.panel}`} aria-label={t`In the catalogue or not`}>
      <h2 className={classes.name}>{title}</h2>
      <div className={classes.head}>
        <p>
          <strong>{names[state]}</strong>{' '}
          {state === 'PUBLISHED' && (
            <span className="dimmed">{t`Who waits for one gets it, also once it is taken out.`}</span>
          )}
          {state !== 'PUBLISHED' && stock === 0 && <span className="dimmed">{t`None is left of it yet.`}</span>}
        </p>
        <Button variant={state === 'PUBLISHED' ? 'default' : 'filled'} loading={busy} onClick={() => void turn()}>
          {state === 'PUBLISHED' ? <Trans>Take it out</Trans> : <Trans>Put it into the catalogue</Trans>}
        </Button>
      </div>
    </section>
  );
}
