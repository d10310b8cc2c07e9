import { plural } from '@lingui/core/macro';
import { Trans, useLingui } from '@lingui/react/macro';
import { useEffect, useRef, useState } from 'react';
import { EmptyState } from '@/components/EmptyState';
import { ErrorState } from '@/components/ErrorState';
import { LoadMore } from '@/components/LoadMore';
import { OnlyManagers } from '@/components/OnlyManagers';
import { PageTitle } from '@/components/PageTitle';
import { RelativeTime } from '@/components/RelativeTime';
import { Skeletons } from '@/components/Skeletons';
import { graphql } from '@/gql';
import type { HeldItemFragment } from '@/gql/graphql';
import { useCompany } from '@/lib/company';
import { usePages } from '@/lib/use-pages';
import { ReviewDetail } from './ReviewDetail';
import classes from './ReviewPage.module.css';
import { ReviewTitle } from './ReviewTitle';
import { QUEUE, useQueueKeys } from '@/lib/use-queue-keys';
import { undoLatest, useVerdicts } from './verdicts';

const HeldItems = graphql(`
  query HeldItems($companyId: ID!, $after: String) {
    reviews(companyId: $companyId, state: PENDING, first: 30, after: $after) {
      totalCount
      edges {
        node {
          ...HeldItem
        }
      }
      pageInfo {
        hasNextPage
        endCursor
      }
    }
  }
`);

interface WaitingProps {
  items: HeldItemFragment[];
  openId: string | null;
  onOpen: (id: string) => void;
}

function Waiting({ items, openId, onOpen }: WaitingProps) {
  const { t } = useLingui();
  return (
    <ul className={`plain surface ${classes.list}`} aria-label={t`Waiting, oldest first`}>
      {items.map((item) => (
        <li key={item.id}>
          <button
            type="button"
            id={`held-${item.id}`}
            className={classes.item}
            aria-current={item.id === openId}
            onClick={() => onOpen(item.id)}
          >
            <span className={classes.title}>
              <ReviewTitle item={item} />
            </span>
            <span className="dimmed">
              {item.author.displayName} · <RelativeTime at={item.createdAt} />
            </span>
          </button>
        </li>
      ))}
    </ul>
  );
}

/** What waits, less what was just decided; which item is open; and where the focus is. */
function useQueue() {
  const { id: companyId, viewerCan } = useCompany();
  const pages = usePages(HeldItems, { companyId }, ({ reviews }) => reviews, { pause: !viewerCan.moderate });
  const [openId, setOpenId] = useState<string | null>(null);
  const { away, decide } = useVerdicts((id, refused) => {
    if (refused) pages.retry();
    else setOpenId(id);
  });
  const nodes = pages.nodes.filter(({ id }) => !away.has(id));
  const index = nodes.findIndex(({ id }) => id === openId);
  const open = nodes[index];
  // nobody has chosen yet
  if (openId === null && nodes[0]) setOpenId(nodes[0].id);
  const move = (by: number) => {
    const next = nodes[Math.max(0, index + by)];
    if (!next || next === open) return;
    setOpenId(next.id);
    document.getElementById(`held-${next.id}`)?.focus();
  };
  const place = useRef<HTMLDivElement>(null);
  const shownId = open?.id;
  useEffect(() => {
    // the keys work where the focus is: it begins in the queue, and stays there when the item that had it is gone
    const { activeElement, body } = document;
    if (pages.loading || (activeElement !== body && !activeElement?.matches('h1, [id^=held-]'))) return;
    const target = shownId ? document.getElementById(`held-${shownId}`) : place.current;
    target?.focus({ preventScroll: true });
  }, [shownId, pages.loading]);
  useQueueKeys({ j: () => move(1), k: () => move(-1), z: undoLatest });
  const onDecide: typeof decide = (...verdict) => {
    if (nodes.length > 1) move(nodes[index + 1] ? 1 : -1);
    else setOpenId(null);
    decide(...verdict);
  };
  const totalCount = (pages.totalCount ?? 0) - (pages.nodes.length - nodes.length);
  return { pages, nodes, totalCount, open, openId, setOpenId, onDecide, place };
}

/** Nothing else opens by itself: a key that was meant for the one must not decide about another. */
const Vanished = () => (
  <section className={`surface ${classes.detail}`}>
    <p role="status" className={classes.text}>
      <Trans>This one was decided meanwhile by somebody else. Choose another from the list.</Trans>
    </p>
  </section>
);

/** What waits for a moderator, oldest first: one list, one item open beside it. */
export function ReviewPage() {
  const { t } = useLingui();
  const { viewerCan } = useCompany();
  const { pages, nodes, totalCount, open, openId, setOpenId, onDecide, place } = useQueue();
  if (!viewerCan.moderate) return <OnlyManagers title={t`Review`} why={t`Only moderators can review`} />;
  const lead = pages.loading ? undefined : plural(totalCount, { one: '# item waiting', other: '# items waiting' });
  return (
    <>
      <PageTitle lead={lead}>{t`Review`}</PageTitle>
      {pages.error && <ErrorState error={pages.error} retry={pages.retry} />}
      {pages.loading && <Skeletons rows={4} height={72} />}
      <div ref={place} {...QUEUE}>
        {!pages.loading && nodes.length === 0 && !pages.error && (
          <EmptyState title={t`All clear`}>
            <Trans>Nothing waits for review. Thank you for keeping this place fair.</Trans>
          </EmptyState>
        )}
        {nodes.length > 0 && (
          <div className={classes.columns}>
            <div>
              <Waiting items={nodes} openId={openId} onOpen={setOpenId} />
              <LoadMore {...pages} />
            </div>
            {open ? <ReviewDetail key={open.id} item={open} onDecide={onDecide} /> : <Vanished />}
          </div>
        )}
      </div>
    </>
  );
}
