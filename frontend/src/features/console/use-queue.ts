import { plural } from '@lingui/core/macro';
import { useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import type { AnswerRefusal, WaitingIdeaFragment } from '@/gql/graphql';
import { toast, toastError } from '@/lib/toasts';
import type { BulkResult } from './BulkDialog';
import { useSelection } from '@/lib/use-selection';

const focusRow = (id: string) => document.getElementById(`waiting-${id}`)?.focus();

/** The row that has the focus, or something in it. */
function focusedRow(): string | undefined {
  const row = document.activeElement?.closest('li')?.querySelector('input[id^="waiting-"]');
  return row?.id.slice('waiting-'.length);
}

/** What the keys do in the list. */
const keysOf = (
  ids: readonly string[],
  { toggle, open }: Record<'toggle' | 'open', (id: string, range?: boolean) => void>,
) => {
  const move = (by: number) => () => {
    const at = ids.indexOf(focusedRow() ?? '');
    const next = ids[at < 0 ? 0 : at + by];
    if (next) focusRow(next);
  };
  const focused = (act: (id: string) => void) => () => {
    const id = focusedRow();
    if (id) act(id);
  };
  return {
    j: move(1),
    k: move(-1),
    x: focused((id) => toggle(id)),
    X: focused((id) => toggle(id, true)),
    a: focused((id) => open(id)),
  };
};

/** What is said once many were answered. */
function useTell() {
  const { t } = useLingui();
  return (done: number, left: number) => {
    if (done > 0)
      toast(plural(done, { one: '# answer is public.', other: '# answers are public.' }), { tone: 'success' });
    if (left > 0)
      toastError(
        t`${plural(left, { one: '# idea was not answered.', other: '# ideas were not answered.' })} The list says why.`,
      );
  };
}

/**
 * What a manager does with the list: rows that are answered leave it at once and the focus goes to the next; one that is
 * refused comes back, with what was written in it.
 */
export function useQueue(nodes: WaitingIdeaFragment[], retry: () => void) {
  const [gone, setGone] = useState<ReadonlySet<string>>(new Set());
  const [openId, setOpenId] = useState<string | null>(null);
  const [together, setTogether] = useState(false);
  const [refused, setRefused] = useState<ReadonlyMap<string, AnswerRefusal>>(new Map());
  const tell = useTell();
  const shown = nodes.filter(({ id }) => !gone.has(id));
  const ids = shown.map(({ id }) => id);
  const selection = useSelection(ids);

  const leave = (leaving: readonly string[]) => {
    const last = Math.max(...leaving.map((id) => ids.indexOf(id)));
    const rest = ids.filter((id) => !leaving.includes(id));
    const next = ids.slice(last + 1).find((id) => rest.includes(id)) ?? rest.at(-1);
    setGone((before) => new Set([...before, ...leaving]));
    requestAnimationFrame(() => (next ? focusRow(next) : document.querySelector('h1')?.focus()));
  };
  const comeBack = (id: string) => {
    setGone((before) => new Set([...before].filter((each) => each !== id)));
    requestAnimationFrame(() => document.getElementById(`waiting-${id}`)?.scrollIntoView({ block: 'nearest' }));
  };
  const answered = ({ answered: done, refused: left }: BulkResult) => {
    setTogether(false);
    setRefused(new Map(left.map(({ ideaId, reason }) => [ideaId, reason])));
    selection.set(left.map(({ ideaId }) => ideaId));
    tell(done.length, left.length);
    if (done.length > 0) leave(done.map(({ id }) => id));
    // the others are read again as they are now
    if (left.length > 0) retry();
  };
  return {
    ...{ shown, gone, refused, selection, openId, together, setTogether },
    open: setOpenId,
    // by now another may be open, with a text in it
    close: (id: string) => setOpenId((open) => (open === id ? null : open)),
    ...{ leave, comeBack, answered },
    keys: keysOf(ids, { toggle: selection.toggle, open: setOpenId }),
  };
}
