import { Trans, useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import { useMutation, type OperationResult } from 'urql';
import { Button } from '@/components/Button';
import { graphql } from '@/gql';
import type { HeldItemFragment } from '@/gql/graphql';
// what is decided leaves its list
import '@/lib/graphql/leave-lists';
import { useAction } from '@/lib/use-action';
import { useQueueKeys } from '@/lib/use-queue-keys';
import { useReviewTitle } from '../queue/review-title';
import { UndoDecision } from '../review/EarlierDecisions';
import { type ActForm, actsFor, isHeld, settles, useActDone, useActName } from './acts';
import { DecideDialog } from './DecideDialog';
import classes from './Decide.module.css';
import type { toInput } from './ruling';
import { useUndoable } from './verdicts';

const DecideReview = graphql(`
  mutation DecideReview($input: DecideReviewInput!) {
    decideReview(input: $input) {
      id
      state
      version
      decisions {
        id
        act
        automatic
        createdAt
        undoneAt
      }
    }
  }
`);

/** The item leaves the queue; the verdict is sent once it cannot be undone any more. */
export type OnDecide = (item: HeldItemFragment, message: string, verdict: () => PromiseLike<OperationResult>) => void;

interface Props {
  item: HeldItemFragment;
  screened: boolean;
  onDecide: OnDecide;
  /** Its author was sanctioned, or that was taken back: the item waits on. */
  onChanged: () => void;
}

/** A sanction leaves the item waiting: it is sent at once, and can be taken back for a while. */
function useSanction({ item, onChanged }: Pick<Props, 'item' | 'onChanged'>) {
  const { t } = useLingui();
  const actDone = useActDone();
  const deciding = useAction(DecideReview, { quiet: true });
  const undoing = useAction(UndoDecision);
  const { sent } = useUndoable();
  const impose = async (form: ActForm, input: ReturnType<typeof toInput>): Promise<boolean> => {
    const done = await deciding.run({ input: { reviewId: item.id, version: item.version, ...input } });
    if (!done) return false;
    const [decision] = done.decideReview.decisions;
    const what = actDone(form.act);
    const who = item.author.displayName;
    sent(t`${what}: ${who}. The item waits on.`, () => {
      if (decision) void undoing.run({ input: { decisionId: decision.id } }).then(onChanged);
    });
    onChanged();
    return true;
  };
  return { impose, busy: deciding.busy, problem: deciding.problem };
}

/** All that can be decided about the item, then about its author. */
export function Verdicts({ item, screened, onDecide, onChanged }: Props) {
  const { t } = useLingui();
  const title = useReviewTitle()(item);
  const [actName, actDone] = [useActName(), useActDone()];
  const [, send] = useMutation(DecideReview);
  const [opened, setOpened] = useState<ActForm | null>(null);
  const sanction = useSanction({ item, onChanged });
  const held = isHeld(item);
  const forms = actsFor(item);
  const decide = (form: ActForm, input: ReturnType<typeof toInput>) => {
    const what = actDone(form.act, held);
    const message = form.parts.length > 0 ? t`${what}: “${title}”. The author is told why.` : t`${what}: “${title}”`;
    setOpened(null);
    onDecide(item, message, () => send({ input: { reviewId: item.id, version: item.version, ...input } }));
  };
  const begin = (form: ActForm) => (form.parts.length > 0 ? setOpened(form) : decide(form, { act: form.act }));
  const finish = async (form: ActForm, input: ReturnType<typeof toInput>) => {
    if (settles(form, item.kind)) return decide(form, input);
    if (!sanction.busy && (await sanction.impose(form, input))) setOpened(null);
  };
  useQueueKeys(Object.fromEntries(forms.map((form) => [form.key, () => begin(form)])));
  const buttons = (about: ActForm['about']) =>
    forms
      .filter((form) => form.about === about)
      .map((form) => (
        <Button key={form.act} variant={form.act === 'KEEP' ? 'filled' : 'default'} onClick={() => begin(form)}>
          {actName(form.act, held)} <kbd className={classes.key}>{form.key.toUpperCase()}</kbd>
        </Button>
      ));
  return (
    <div className={classes.actions}>
      <div role="group" aria-label={t`About the item`}>
        {buttons('item')}
      </div>
      <div role="group" aria-label={t`About the author`}>
        <span className="dimmed">
          <Trans>About the author</Trans>
        </span>
        {buttons('author')}
      </div>
      <DecideDialog
        form={opened}
        item={item}
        screened={screened}
        busy={sanction.busy}
        problem={sanction.problem}
        onClose={() => setOpened(null)}
        onDecide={(form, input) => void finish(form, input)}
      />
    </div>
  );
}
