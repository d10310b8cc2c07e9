import { Plural, Trans, useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import { EmptyState } from '@/components/EmptyState';
import { ErrorState } from '@/components/ErrorState';
import { LoadMore } from '@/components/LoadMore';
import { OnlyManagers } from '@/components/OnlyManagers';
import { PageTitle } from '@/components/PageTitle';
import { RelativeTime } from '@/components/RelativeTime';
import { Segmented } from '@/components/Segmented';
import { Skeletons } from '@/components/Skeletons';
import { useCompany } from '@/lib/company';
import { usePages } from '@/lib/use-pages';
import { QUEUE, useQueueKeys } from '@/lib/use-queue-keys';
import { Appellant, AppealDetail } from './AppealDetail';
import classes from './Appeals.module.css';
import { type AppealLine, Appeals, isOverdue } from './appeals';
import { type AppealsSearch, LISTS } from './appeals-search';
import { useAppealTitle, useWords } from './words';

interface Props {
  search: AppealsSearch;
  onSearch: (search: AppealsSearch) => void;
}

/** Appeals against decisions, what is due first first: each is decided by somebody who did not decide before. */
export function AppealsPage({ search, onSearch }: Props) {
  const { t } = useLingui();
  const { viewerCan } = useCompany();
  if (!viewerCan.moderate) return <OnlyManagers title={t`Appeals`} why={t`Only moderators decide about appeals`} />;
  const state = search.state ?? 'OPEN';
  return (
    <>
      <PageTitle lead={t`Nobody decides about an appeal against their own decision.`}>{t`Appeals`}</PageTitle>
      <div className="row">
        <Segmented
          label={t`Which appeals`}
          value={state}
          options={[
            ['OPEN', t`Waiting`],
            ['UPHELD', t`Upheld`],
            ['OVERTURNED', t`Overturned`],
          ]}
          onChange={(chosen) => onSearch({ state: LISTS.find((one) => one === chosen) })}
        />
      </div>
      <Desk key={state} state={state} />
    </>
  );
}

/** One list, one appeal open beside it. */
function Desk({ state }: { state: AppealLine['state'] }) {
  const { t } = useLingui();
  const { id: companyId } = useCompany();
  const pages = usePages(Appeals, { companyId, state }, ({ appeals }) => appeals);
  const [openId, setOpenId] = useState<string | null>(null);
  const { nodes } = pages;
  const index = openId === null ? 0 : nodes.findIndex(({ id }) => id === openId);
  const open = nodes[index];
  const move = (by: number) => {
    const next = nodes[index + by];
    if (!next) return;
    setOpenId(next.id);
    document.getElementById(`appeal-${next.id}`)?.focus();
  };
  const readAgain = (id: string) => {
    // no other opens in its place by itself
    setOpenId(id);
    pages.retry();
  };
  useQueueKeys({ j: () => move(1), k: () => move(-1) });
  if (pages.error) return <ErrorState error={pages.error} retry={pages.retry} />;
  if (pages.loading) return <Skeletons rows={4} height={72} />;
  if (nodes.length === 0)
    return (
      <EmptyState title={state === 'OPEN' ? t`No appeal waits` : t`None so far`}>
        {state === 'OPEN' && <Trans>When somebody appeals against a decision, it comes here.</Trans>}
      </EmptyState>
    );
  return (
    <>
      <p className={classes.count} role="status">
        <Plural value={pages.totalCount ?? nodes.length} one="# appeal" other="# appeals" />
      </p>
      <div {...QUEUE} className={classes.columns}>
        <div>
          <ul className={`plain surface ${classes.list}`} aria-label={t`Appeals`} aria-busy={pages.stale}>
            {nodes.map((appeal) => (
              <Line key={appeal.id} appeal={appeal} open={appeal === open} onOpen={() => setOpenId(appeal.id)} />
            ))}
          </ul>
          <LoadMore {...pages} />
        </div>
        {open ? <AppealDetail key={open.id} appeal={open} onStale={() => readAgain(open.id)} /> : <Vanished />}
      </div>
    </>
  );
}

const Vanished = () => (
  <section className={`surface ${classes.detail}`}>
    <p role="status">
      <Trans>This appeal was decided meanwhile by somebody else. Choose another from the list.</Trans>
    </p>
  </section>
);

function Line({ appeal, open, onOpen }: { appeal: AppealLine; open: boolean; onOpen: () => void }) {
  const { acts, states } = useWords();
  const title = useAppealTitle()(appeal);
  const { id, state, report, decision, createdAt } = appeal;
  return (
    <li>
      <button type="button" id={`appeal-${id}`} className={classes.item} aria-current={open} onClick={onOpen}>
        <span className={classes.title}>{title}</span>
        <span className="dimmed">
          {acts[decision.act]} · {report && <Trans>From who reported it</Trans>} {report && '· '}
          <Appellant appeal={appeal} /> · <RelativeTime at={createdAt} />
        </span>
        {isOverdue(appeal) && (
          <span className={classes.late}>
            <Trans>Overdue</Trans>
          </span>
        )}
        {state !== 'OPEN' && <span className={classes.outcome}>{states[state]}</span>}
      </button>
    </li>
  );
}
