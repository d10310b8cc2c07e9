import { useLingui } from '@lingui/react/macro';
import { useEffect } from 'react';
import type { OperationResult } from 'urql';
import { type Problem, toProblem } from '@/lib/errors';
import { onEpoch, session } from '@/lib/session';
import { createStore, useStore } from '@/lib/store';
import { dismissToast, toast, toastError } from '@/lib/toasts';
import { beforeLeaving } from '@/lib/unsent';

/** How many seconds a verdict can be undone before it is sent. */
const UNDO = 10;
/** How many seconds undoing is offered of what was sent at once. */
const TAKE_BACK = 30;
/** Whoever is asked something, or reads a message, cannot undo just now: no time passes. */
const BUSY = 'dialog[open], [data-held]';

interface Pending {
  /** of the item; null where none waits for it */
  id: string | null;
  message: string;
  /** What undoing is called. */
  undo: string;
  /** in seconds */
  left: number;
  /** Sends it. */
  verdict?: () => PromiseLike<OperationResult>;
  /** It was sent already: takes it back. */
  takeBack?: () => void;
  /** What is said when it is refused. */
  refusal?: (problem: Problem) => string;
}

/** It waits again: undone, or refused because somebody was quicker. */
type OnBack = (id: string, refused: boolean) => void;

/** Items about which something was decided: they wait no longer on screen, also while the verdict can be undone. */
const decided = createStore<ReadonlySet<string>>(new Set());
/** Not sent yet, or sent and still to be taken back, the latest last. */
let pending: Pending[] = [];
/** The one message there is about them. */
let shown: number | null = null;
let clock: ReturnType<typeof setInterval> | undefined;
/** The page, as long as it is there. */
let onBack: OnBack | null = null;

/** Whether something was decided about it here, sent or not. */
export const isAway = (id: string): boolean => decided.get().has(id);

/** They leave the list on screen, or come back to it. */
function put(ids: readonly string[], away: boolean): void {
  const next = new Set(decided.get());
  for (const id of ids) {
    if (away) next.add(id);
    else next.delete(id);
  }
  decided.set(next);
}

function giveBack(id: string | null, refused: boolean): void {
  if (!id) return;
  put([id], false);
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
    verdicts.map(async ({ id, verdict, refusal }) => {
      const error = (await verdict?.())?.error;
      if (!error || epoch !== session.get().epoch) return;
      const problem = toProblem(error);
      toastError(refusal?.(problem) ?? problem.message);
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
  if (latest.takeBack) latest.takeBack();
  else giveBack(latest.id, false);
}

/** Takes items out of the queue and sends each verdict after ten seconds, or at once when the page is left. */
export function useVerdicts(back: OnBack) {
  const away = useStore(decided);
  useEffect(() => {
    onBack = back;
    return () => void (onBack = null);
  });
  return { away };
}

/** The two ways to decide: to be sent in a while, or sent at once and to be taken back. */
export function useUndoable() {
  const { t } = useLingui();
  const undo = t`Undo`;
  return {
    later: (id: string, message: string, verdict: NonNullable<Pending['verdict']>, refusal?: Pending['refusal']) => {
      put([id], true);
      setPending([...pending, { id, message, undo, verdict, refusal, left: UNDO }]);
    },
    sent: (message: string, takeBack: () => void) =>
      setPending([...pending, { id: null, message, undo, takeBack, left: TAKE_BACK }]),
    /** Decided and sent together, or waiting again. */
    put,
  };
}
