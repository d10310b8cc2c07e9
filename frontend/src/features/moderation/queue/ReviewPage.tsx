import { plural } from '@lingui/core/macro';
import { Trans, useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import { Button } from '@/components/Button';
import { EmptyState } from '@/components/EmptyState';
import { ErrorState } from '@/components/ErrorState';
import { LoadMore } from '@/components/LoadMore';
import { OnlyManagers } from '@/components/OnlyManagers';
import { PageTitle } from '@/components/PageTitle';
import { Skeletons } from '@/components/Skeletons';
import { useCompany } from '@/lib/company';
import { QUEUE, useQueueKeys } from '@/lib/use-queue-keys';
import { DETAIL, ReviewDetail } from '../review/ReviewDetail';
import { ViewSettings } from '../review/ViewSettings';
import { BulkBar, MOST_AT_ONCE } from './BulkBar';
import { BulkDialog } from './BulkDialog';
import { KeysHelp } from './KeysHelp';
import classes from './Queue.module.css';
import { QueueFilters } from './QueueFilters';
import { QueueRows } from './QueueRows';
import { isNarrowed, type ReviewSearch } from './review-search';
import { useReviewQueue } from './use-review-queue';

interface Props {
  search: ReviewSearch;
  onSearch: (search: ReviewSearch) => void;
}

/** Nothing else opens by itself: a key that was meant for the one must not decide about another. */
const Vanished = () => (
  <section className={`surface ${classes.vanished}`}>
    <p role="status">
      <Trans>This one was decided meanwhile by somebody else. Choose another from the list.</Trans>
    </p>
  </section>
);

function Nothing({ search, onSearch }: Props) {
  const { t } = useLingui();
  if (isNarrowed(search))
    return (
      <EmptyState
        title={t`Nothing here`}
        action={
          <Button variant="default" onClick={() => onSearch({})}>
            <Trans>Show all that wait</Trans>
          </Button>
        }
      />
    );
  return (
    <EmptyState title={t`All clear`}>
      <Trans>Nothing waits for review. Thank you for keeping this place fair.</Trans>
    </EmptyState>
  );
}

/** What waits for a moderator, most urgent first: one list, one item open beside it. */
export function ReviewPage(props: Props) {
  const { t } = useLingui();
  const { viewerCan } = useCompany();
  if (!viewerCan.moderate) return <OnlyManagers title={t`Review`} why={t`Only moderators can review`} />;
  return <Queue key={JSON.stringify(props.search)} {...props} />;
}

/** On a phone the open item is below the list. */
function showBelow(): void {
  if (globalThis.matchMedia?.('(max-width: 56em)').matches)
    requestAnimationFrame(() => document.getElementById(DETAIL)?.scrollIntoView({ block: 'start' }));
}

/** The list, and what is open beside it. */
function Columns({ queue }: { queue: ReturnType<typeof useReviewQueue> }) {
  const { pages, nodes, open, openId, setOpenId, shownId, onDecide, onDecided, selection } = queue;
  return (
    <div className={classes.columns}>
      <div>
        <QueueRows
          items={nodes}
          openId={openId}
          chosen={selection.chosen}
          onOpen={(id) => {
            setOpenId(id);
            showBelow();
          }}
          onToggle={selection.toggle}
        />
        <LoadMore {...pages} />
      </div>
      {shownId ? (
        <ReviewDetail
          key={shownId}
          id={shownId}
          listed={open}
          onDecide={onDecide}
          onDecided={onDecided}
          onChanged={pages.retry}
        />
      ) : (
        <Vanished />
      )}
    </div>
  );
}

function Queue({ search, onSearch }: Props) {
  const { t } = useLingui();
  const queue = useReviewQueue(search);
  const { pages, nodes, totalCount, shownId, place, selection } = queue;
  const [together, setTogether] = useState(false);
  const chosen = nodes.filter(({ id }) => selection.chosen.includes(id));
  const decideTogether = () => chosen.length > 0 && chosen.length <= MOST_AT_ONCE && setTogether(true);
  useQueueKeys({ b: decideTogether });
  const lead = pages.loading
    ? undefined
    : search.state
      ? plural(totalCount, { one: '# item', other: '# items' })
      : plural(totalCount, { one: '# item waiting', other: '# items waiting' });
  return (
    <>
      <PageTitle lead={lead}>{t`Review`}</PageTitle>
      <QueueFilters search={search} onSearch={onSearch} />
      <div className={classes.bar}>
        <ViewSettings />
        <KeysHelp />
      </div>
      {pages.error && <ErrorState error={pages.error} retry={pages.retry} />}
      {pages.loading && <Skeletons rows={4} height={72} />}
      <div ref={place} {...QUEUE} className={classes.queue} aria-busy={pages.stale && nodes.length === 0}>
        {!pages.loading && nodes.length === 0 && !pages.error && !shownId && (
          <Nothing search={search} onSearch={onSearch} />
        )}
        {(nodes.length > 0 || shownId) && <Columns queue={queue} />}
        {chosen.length > 0 && (
          <BulkBar
            chosen={chosen.length}
            shown={nodes.length}
            onAll={() => selection.set(nodes.slice(0, MOST_AT_ONCE).map(({ id }) => id))}
            onNone={() => selection.set([])}
            onDecide={decideTogether}
          />
        )}
      </div>
      {together && <BulkDialog items={chosen} onClose={() => setTogether(false)} onBack={pages.retry} />}
    </>
  );
}
