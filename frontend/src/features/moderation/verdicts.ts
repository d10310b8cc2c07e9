import { useLingui } from '@lingui/react/macro';
import { useEffect } from 'react';
import type { OperationResult } from 'urql';
import type { HeldItemFragment } from '@/gql/graphql';
import { toProblem } from '@/lib/errors';
import { onEpoch, session } from '@/lib/session';
import { createStore, useStore } from '@/lib/store';
import { dismissToast, toast, toastError } from '@/lib/toasts';
import { beforeLeaving } from '@/lib/unsent';

/** How many seconds a verdict can be undone before it is sent. */
const UNDO = 10;
/** Whoever is asked something, or reads a message, cannot undo just now: no time passes. */
const BUSY = 'dialog[open], [data-held]';

interface Pending {
  id: string;
  message: string;
  /** What undoing is called. */
  undo: string;
  verdict: () => PromiseLike<OperationResult>;
  /** in seconds */
  left: number;
}

/** It waits again: undone, or refused because somebody was quicker. */
type OnBack = (id: string, refused: boolean) => void;

/** Items about which something was decided: they wait no longer on screen, also while the verdict can be undone. */
const decided = createStore<ReadonlySet<string>>(new Set());
/** Not sent yet, the latest last. */
let pending: Pending[] = [];
/** The one message there is about them. */
let shown: number | null = null;
let clock: ReturnType<typeof setInterval> | undefined;
/** The page, as long as it is there. */
let onBack: OnBack | null = null;

function put(id: string, away: boolean): void {
  const ids = new Set(decided.get());
  if (away) ids.add(id);
  else ids.delete(id);
  decided.set(ids);
}

function giveBack(id: string, refused: boolean): void {
  put(id, false);
  onBack?.(id, refused);
}

/** The verdicts that wait from now on; the message is about the latest. */
function setPending(next: Pending[]): void {
  const before = pending.at(-1);
  const latest = next.at(-1);
  pending = next;
  if (latest) clock ??= setInterval(tick, 1000);
  else clock = void clearInterval(clock);
  if (latest === before) return;
  if (shown !== null) dismissToast(shown);
  shown = latest ? toast(latest.message, { stays: true, action: { label: latest.undo, run: undoLatest } }) : null;
}

async function send(verdicts: Pending[]): Promise<void> {
  setPending(pending.filter((one) => !verdicts.includes(one)));
  const { epoch } = session.get();
  await Promise.all(
    verdicts.map(async ({ id, verdict }) => {
      const { error } = await verdict();
      if (!error || epoch !== session.get().epoch) return;
      toastError(toProblem(error).message);
      giveBack(id, true);
    }),
  );
}

function tick(): void {
  if (document.querySelector(BUSY)) return;
  for (const one of pending) one.left -= 1;
  const due = pending.filter(({ left }) => left <= 0);
  if (due.length > 0) void send(due);
}

const sendAll = () => send(pending);
addEventListener('pagehide', () => void sendAll());
beforeLeaving(sendAll);
onEpoch(() => {
  setPending([]);
  decided.set(new Set());
});

/** Undoes the latest verdict that still can be. */
export function undoLatest(): void {
  const latest = pending.at(-1);
  if (!latest) return;
  setPending(pending.slice(0, -1));
  giveBack(latest.id, false);
}

/** Takes items out of the queue and sends each verdict after ten seconds, or at once when the page is left. */
export function useVerdicts(back: OnBack) {
  const { t } = useLingui();
  const away = useStore(decided);
  useEffect(() => {
    onBack = back;
    return () => void (onBack = null);
  });
  const decide = ({ id }: HeldItemFragment, message: string, verdict: Pending['verdict']) => {
    put(id, true);
    setPending([...pending, { id, message, undo: t`Undo`, verdict, left: UNDO }]);
  };
  return { away, decide };
}
