import { useLingui } from '@lingui/react/macro';
import { useEffect, useRef, useState } from 'react';
import { graphql } from '@/gql';
import { useCompany } from '@/lib/company';
import { useViewer } from '@/lib/session';
import { useQueueKeys } from '@/lib/use-queue-keys';
import { usePages } from '@/lib/use-pages';
import { useSelection } from '@/lib/use-selection';
import type { OnVerdict } from '../decide/Verdicts';
import { undoLatest, useUndoable, useVerdicts } from '../decide/verdicts';
import { type ReviewSearch, toArguments } from './review-search';
import { useReviewTitle } from './review-title';

const HeldItems = graphql(`
  query HeldItems(
    $companyId: ID!
    $state: ReviewState
    $kind: ReviewKind
    $ruleId: ID
    $language: Locale
    $overdueOnly: Boolean
    $waitingHours: Int
    $after: String
  ) {
    reviews(
      companyId: $companyId
      state: $state
      kind: $kind
      ruleId: $ruleId
      language: $language
      overdueOnly: $overdueOnly
      waitingHours: $waitingHours
      first: 30
      after: $after
    ) {
      totalCount
      edges {
        node {
          ...QueueItem
        }
      }
      pageInfo {
        hasNextPage
        endCursor
      }
    }
  }
`);

/** What is listed, less what was just decided; and which item is open. */
function useListed(search: ReviewSearch) {
  const { id: companyId } = useCompany();
  const viewer = useViewer();
  const pages = usePages(HeldItems, { companyId, ...toArguments(search) }, ({ reviews }) => reviews);
  const [openId, setOpenId] = useState<string | null>(search.open ?? null);
  const { away } = useVerdicts((id, refused) => {
    if (refused) pages.retry();
    else setOpenId(id);
  });
  const nodes = search.state ? pages.nodes : pages.nodes.filter(({ id }) => !away.has(id));
  // nobody has chosen yet; what somebody else is at opens only to who asks for it
  const first = nodes.find(({ claimedBy }) => !claimedBy || claimedBy.id === viewer?.id) ?? nodes[0];
  if (openId === null && first) setOpenId(first.id);
  const open = nodes.find(({ id }) => id === openId);
  // from another page, and perhaps further down than the list has been read
  const pinned = openId !== null && openId === search.open && !away.has(openId);
  return { pages, nodes, open, openId, setOpenId, shownId: open?.id ?? (pinned ? openId : null) };
}

/** What is listed, which item is open, which are chosen; and where the focus is. */
export function useReviewQueue(search: ReviewSearch) {
  const { t } = useLingui();
  const { pages, nodes, open, openId, setOpenId, shownId } = useListed(search);
  const titleOf = useReviewTitle();
  const { later, sent, put } = useUndoable();
  const selection = useSelection(nodes.map(({ id }) => id));
  const index = nodes.findIndex(({ id }) => id === openId);
  const move = (by: number) => {
    const next = nodes[Math.max(0, index + by)];
    if (!next || next === open) return;
    setOpenId(next.id);
    document.getElementById(`held-${next.id}`)?.focus();
  };
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => {
    // the keys work where the focus is: it begins in the queue, and stays there when the item that had it is gone
    const { activeElement, body } = document;
    if (pages.loading || (activeElement !== body && !activeElement?.matches('h1, [id^=held-]'))) return;
    const target = (shownId && document.getElementById(`held-${shownId}`)) || place.current;
    target?.focus({ preventScroll: true });
  }, [shownId, pages.loading]);
  const select = (range: boolean) => () => open?.state === 'PENDING' && selection.toggle(open.id, range);
  useQueueKeys({ j: () => move(1), k: () => move(-1), x: select(false), X: select(true), z: undoLatest });
  const goOn = () => (nodes.length > 1 ? move(nodes[index + 1] ? 1 : -1) : setOpenId(null));
  const onDecided: OnVerdict['onDecided'] = ({ id }, message, takeBack) => {
    goOn();
    put([id], true);
    sent(
      message,
      () =>
        void takeBack().then((done) => {
          if (!done) return;
          put([id], false);
          setOpenId(id);
          pages.retry();
        }),
    );
  };
  const onDecide: OnVerdict['onDecide'] = (item, message, verdict) => {
    const title = titleOf(item);
    goOn();
    later(item.id, message, verdict, ({ code, message: said }) => {
      if (code === 'CONFLICT')
        return t`“${title}” was decided or changed by somebody else meanwhile. Your decision was not sent.`;
      if (code === 'CLAIMED') return t`Somebody else is at “${title}” just now. Your decision was not sent.`;
      return said;
    });
  };
  const totalCount = (pages.totalCount ?? 0) - (pages.nodes.length - nodes.length);
  return { pages, nodes, totalCount, open, openId, setOpenId, shownId, onDecide, onDecided, place, selection };
}
