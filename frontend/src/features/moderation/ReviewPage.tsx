import { plural } from '@lingui/core/macro';
import { Trans, useLingui } from '@lingui/react/macro';
import { useEffect, useState } from 'react';
import { EmptyState } from '@/components/EmptyState';
import { ErrorState } from '@/components/ErrorState';
import { LoadMore } from '@/components/LoadMore';
import { PageTitle } from '@/components/PageTitle';
import { RelativeTime } from '@/components/RelativeTime';
import { Skeletons } from '@/components/Skeletons';
import { graphql } from '@/gql';
import type { HeldItemFragment } from '@/gql/graphql';
import { useCompany } from '@/lib/company';
import { usePages } from '@/lib/use-pages';
import { ReviewDetail } from './ReviewDetail';
import classes from './ReviewPage.module.css';
import { useReviewTitle } from './review-title';
import { QUEUE, useQueueKeys } from '@/lib/use-queue-keys';

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
  openId: string;
  onOpen: (id: string) => void;
}

function Waiting({ items, openId, onOpen }: WaitingProps) {
  const { t } = useLingui();
  const titleOf = useReviewTitle();
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
            <span className={classes.title}>{titleOf(item)}</span>
            <span className="dimmed">
              {item.author.displayName} · <RelativeTime at={item.createdAt} />
            </span>
          </button>
        </li>
      ))}
    </ul>
  );
}

/** What waits for a moderator, oldest first: one list, one item open beside it. */
export function ReviewPage() {
  const { t } = useLingui();
  const { id: companyId, viewerCan } = useCompany();
  const pages = usePages(HeldItems, { companyId }, ({ reviews }) => reviews, { pause: !viewerCan.moderate });
  const [openId, setOpenId] = useState<string | null>(null);
  const { nodes, totalCount = 0 } = pages;
  const index = Math.max(
    0,
    nodes.findIndex(({ id }) => id === openId),
  );
  const open = nodes[index];
  const move = (by: number) => {
    const next = nodes[index + by];
    if (!next) return;
    setOpenId(next.id);
    document.getElementById(`held-${next.id}`)?.focus();
  };
  const shownId = open?.id;
  useEffect(() => {
    // the keys work where the focus is: it begins in the queue, and stays there when the item that had it is gone
    if (shownId && (document.activeElement === document.body || document.activeElement?.tagName === 'H1'))
      document.getElementById(`held-${shownId}`)?.focus({ preventScroll: true });
  }, [shownId]);
  useQueueKeys({ j: () => move(1), k: () => move(-1) });
  if (!viewerCan.moderate)
    return (
      <>
        <PageTitle>{t`Review`}</PageTitle>
        <EmptyState title={t`Only moderators can review`} />
      </>
    );
  const lead = pages.loading ? undefined : plural(totalCount, { one: '# item waiting', other: '# items waiting' });
  return (
    <>
      <PageTitle lead={lead}>{t`Review`}</PageTitle>
      {pages.error && <ErrorState error={pages.error} retry={pages.retry} />}
      {pages.loading && <Skeletons rows={4} height={72} />}
      {!pages.loading && !open && !pages.error && (
        <EmptyState title={t`All clear`}>
          <Trans>Nothing waits for review. Thank you for keeping this place fair.</Trans>
        </EmptyState>
      )}
      {open && (
        <div className={classes.columns} {...QUEUE}>
          <div>
            <Waiting items={nodes} openId={open.id} onOpen={setOpenId} />
            <LoadMore {...pages} />
          </div>
          <ReviewDetail
            key={open.id}
            item={open}
            onDecided={() => move(nodes[index + 1] ? 1 : -1)}
            onTooLate={pages.retry}
          />
        </div>
      )}
    </>
  );
}
