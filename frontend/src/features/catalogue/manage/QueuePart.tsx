import { Plural, Trans, useLingui } from '@lingui/react/macro';
import { EmptyState } from '@/components/EmptyState';
import { ErrorState } from '@/components/ErrorState';
import { ExportButton } from '@/components/ExportButton';
import { LoadMore } from '@/components/LoadMore';
import { PersonName } from '@/components/PersonName';
import { RelativeTime } from '@/components/RelativeTime';
import { Segmented } from '@/components/Segmented';
import { Skeletons } from '@/components/Skeletons';
import { useCompany } from '@/lib/company';
import type { PartProps } from '@/lib/part-props';
import { choiceParam } from '@/lib/search';
import { usePages } from '@/lib/use-pages';
import { useStates } from '../words';
import { type QueuedRedemption, RedemptionQueue } from './documents';
import classes from './Manage.module.css';
import { QueueActs } from './QueueActs';
import { useEnded } from './words';

const STATES = ['REQUESTED', 'FULFILLED', 'CANCELLED', 'REFUNDED'] as const;

/** What members have redeemed and wait for, and what became of the rest. */
export function QueuePart({ search, onSearch }: PartProps) {
  const { t } = useLingui();
  const { id: companyId, slug } = useCompany();
  const names = useStates();
  const state = choiceParam(search.state, STATES) ?? 'REQUESTED';
  const pages = usePages(RedemptionQueue, { companyId, state }, ({ redemptions }) => redemptions);
  return (
    <>
      <div className={classes.head}>
        <Segmented
          label={t`Which redemptions`}
          value={state}
          options={STATES.map((each) => [each, names[each]] as const)}
          onChange={(chosen) => onSearch({ part: 'queue', state: chosen })}
        />
        <ExportButton
          name="redemptions"
          input={{ companyId }}
          slug={slug}
          done={t`The file is there. That you took it is noted in the audit.`}
          failed={t`The file could not be made. Try again in a moment.`}
        >
          <Trans>Export as CSV</Trans>
        </ExportButton>
      </div>
      {pages.error ? (
        <ErrorState error={pages.error} retry={pages.retry} />
      ) : pages.loading ? (
        <Skeletons rows={4} height={92} />
      ) : pages.nodes.length === 0 ? (
        <EmptyState title={state === 'REQUESTED' ? t`Nothing waits for you` : t`None so far`}>
          {state === 'REQUESTED' && <Trans>What members redeem and you hand over comes here.</Trans>}
        </EmptyState>
      ) : (
        <>
          <p className={classes.count} role="status">
            <Plural value={pages.totalCount ?? pages.nodes.length} one="# redemption" other="# redemptions" />
          </p>
          <ul className="plain stack" aria-label={t`Redemptions`} aria-busy={pages.stale}>
            {pages.nodes.map((redemption) => (
              <li key={redemption.id}>
                <Queued redemption={redemption} onStale={pages.retry} />
              </li>
            ))}
          </ul>
        </>
      )}
      <LoadMore {...pages} />
    </>
  );
}

function Queued({ redemption, onStale }: { redemption: QueuedRedemption; onStale: () => void }) {
  const ended = useEnded();
  const { id, user, reward, points, givenBy, requestedAt, note, reason } = redemption;
  return (
    <article className={`surface ${classes.panel}`} aria-labelledby={`reward-${id}`}>
      <h3 id={`reward-${id}`} className={classes.name}>
        {reward.title}
      </h3>
      <p className={classes.facts}>
        <PersonName user={user} linked />
        <span className="dimmed">
          {givenBy ? (
            <Trans>
              A gift from <PersonName user={givenBy} />
            </Trans>
          ) : (
            <Plural value={points} one="# point" other="# points" />
          )}
          {' · '}
          <RelativeTime at={requestedAt} />
        </span>
      </p>
      {redemption.ended && <p>{ended[redemption.ended]}</p>}
      {(note ?? reason) && <p className={classes.note}>{note ?? reason}</p>}
      <QueueActs redemption={redemption} onStale={onStale} />
    </article>
  );
}
