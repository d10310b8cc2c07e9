import { plural } from '@lingui/core/macro';
import { useLingui } from '@lingui/react/macro';
import { graphql } from '@/gql';
import type { DecideReviewsInput, HeldItemFragment } from '@/gql/graphql';
import { useCompany } from '@/lib/company';
// what is decided leaves its list
import '@/lib/graphql/leave-lists';
import { toast, toastError } from '@/lib/toasts';
import { useAction } from '@/lib/use-action';
import { useUndoable } from '../decide/verdicts';

const DecideReviews = graphql(`
  mutation DecideReviews($input: DecideReviewsInput!) {
    decideReviews(input: $input) {
      decided {
        id
        state
        version
        decisions {
          id
          act
          undoneAt
        }
      }
      refused {
        id
        code
      }
    }
  }
`);

const UndoDecisions = graphql(`
  mutation UndoDecisions($input: UndoDecisionsInput!) {
    undoDecisions(input: $input) {
      undone {
        id
        undoneAt
        undoneBecause
      }
      refused {
        id
        code
      }
    }
  }
`);

/** Somebody else was quicker. */
const RACED = ['CONFLICT', 'CLAIMED'];

/** Sends one decision about many, and offers one undo for all of them. */
export function useDecideTogether(onBack: () => void) {
  const { t } = useLingui();
  const { id: companyId } = useCompany();
  const deciding = useAction(DecideReviews, { quiet: true });
  const undoing = useAction(UndoDecisions);
  const { sent, put } = useUndoable();
  const undo = async (reviewIds: string[], decisionIds: string[]) => {
    const data = await undoing.run({ input: { companyId, decisionIds } });
    if (!data) return;
    const { undone, refused } = data.undoDecisions;
    put(reviewIds, false);
    onBack();
    if (undone.length > 0)
      toast(plural(undone.length, { one: '# decision is taken back.', other: '# decisions are taken back.' }), {
        tone: 'success',
      });
    if (refused.length > 0)
      toastError(plural(refused.length, { one: '# decision stays.', other: '# decisions stay.' }));
  };
  const decide = async (
    items: readonly HeldItemFragment[],
    ruling: Omit<DecideReviewsInput, 'companyId' | 'reviews'>,
    done: string,
  ): Promise<boolean> => {
    const reviews = items.map(({ id: reviewId, version }) => ({ reviewId, version }));
    const data = await deciding.run({ input: { companyId, reviews, ...ruling } });
    if (!data) return false;
    const { decided, refused } = data.decideReviews;
    const ids = decided.map(({ id }) => id);
    const settled = decided.filter(({ state }) => state !== 'PENDING').map(({ id }) => id);
    put(settled, true);
    if (ids.length > 0)
      sent(
        `${done}: ${plural(ids.length, { one: '# item', other: '# items' })}`,
        () =>
          void undo(
            ids,
            decided.flatMap(({ decisions }) => decisions[0]?.id ?? []),
          ),
      );
    if (refused.length > 0) {
      const count = plural(refused.length, { one: '# item stays', other: '# items stay' });
      const raced = refused.every(({ code }) => RACED.includes(code));
      if (refused.some(({ code }) => code === 'INTERNAL'))
        toastError(t`${count} as it was: something went wrong. Try again in a moment.`);
      else
        toast(
          raced
            ? t`${count} as it was: somebody else was at it, or had decided already.`
            : t`${count} as it was: this cannot be done to it.`,
        );
    }
    if (refused.length > 0 || settled.length < ids.length) onBack();
    return true;
  };
  return { decide, busy: deciding.busy, problem: deciding.problem };
}
