import { useLingui } from '@lingui/react/macro';
import type { OperationResult } from 'urql';
import type { HeldItemFragment } from '@/gql/graphql';
import { toProblem } from '@/lib/errors';
import { createStore, useStore } from '@/lib/store';
import { runToast, toast, toastError, toasts } from '@/lib/toasts';

/** How long a verdict can be undone, in milliseconds: it is sent when its message goes. */
const UNDO = 10_000;

/** Items about which something was decided: they wait no longer on screen, also while the verdict can be undone. */
const decided = createStore<ReadonlySet<string>>(new Set());

const put = (id: string, away: boolean): void => {
  const ids = new Set(decided.get());
  if (away) ids.add(id);
  else ids.delete(id);
  decided.set(ids);
};

/** Undoes the latest verdict that still can be. */
export function undoLatest(): void {
  const latest = toasts.get().findLast(({ onGone }) => onGone);
  if (latest) runToast(latest.id);
}

/**
 * Takes an item out of the queue and sends the verdict after ten seconds, or at once when the page is left.
 * @param onBack it waits again: undone, or refused because somebody was quicker
 */
export function useVerdicts(onBack: (id: string, refused: boolean) => void) {
  const { t } = useLingui();
  const away = useStore(decided);
  const back = (id: string, refused: boolean) => {
    put(id, false);
    onBack(id, refused);
  };
  const send = async (id: string, verdict: () => PromiseLike<OperationResult>) => {
    const { error } = await verdict();
    if (!error) return;
    toastError(toProblem(error).message);
    back(id, true);
  };
  const decide = ({ id }: HeldItemFragment, message: string, verdict: () => PromiseLike<OperationResult>) => {
    put(id, true);
    toast(message, {
      lasts: UNDO,
      action: { label: t`Undo`, run: () => back(id, false) },
      onGone: () => void send(id, verdict),
    });
  };
  return { away, decide };
}
