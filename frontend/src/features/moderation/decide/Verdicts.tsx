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
import { type ActForm, actsFor, isChecked, settles, useActDone, useActName, visibilityOf } from './acts';
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

export interface OnVerdict {
  /** The item leaves the queue; the verdict is sent once it cannot be undone any more. */
  onDecide: (item: HeldItemFragment, message: string, verdict: () => PromiseLike<OperationResult>) => void;
  /** It was sent already, and the item has left the queue. */
  onDecided: (item: HeldItemFragment, message: string, takeBack: () => Promise<unknown>) => void;
}

interface Props extends OnVerdict {
  item: HeldItemFragment;
  screened: boolean;
  /** Its author was sanctioned, or that was taken back: the item waits on. */
  onChanged: () => void;
}

/**
 * Sends at once what can be taken back for a while: a sanction, which leaves the item waiting, and what the server may
 * find wrong.
 */
function useAtOnce({ item, onDecided, onChanged }: Pick<Props, 'item' | 'onDecided' | 'onChanged'>) {
  const { t } = useLingui();
  const actDone = useActDone();
  const deciding = useAction(DecideReview, { quiet: true });
  const undoing = useAction(UndoDecision);
  const { sent } = useUndoable();
  const run = async (form: ActForm, input: ReturnType<typeof toInput>, message: string): Promise<boolean> => {
    const done = await deciding.run({ input: { reviewId: item.id, version: item.version, ...input } });
    if (!done) return false;
    const decisionId = done.decideReview.decisions[0]?.id ?? '';
    const takeBack = () => undoing.run({ input: { decisionId } });
    if (settles(form, item.kind)) {
      onDecided(item, message, takeBack);
      return true;
    }
    const what = actDone(form.act);
    const who = item.author.displayName;
    sent(t`${what}: ${who}. The item waits on.`, () => void takeBack().then(onChanged));
    onChanged();
    return true;
  };
  return { run, busy: deciding.busy, problem: deciding.problem };
}

/** All that can be decided about the item, then about its author. */
export function Verdicts({ item, screened, onDecide, onDecided, onChanged }: Props) {
  const { t } = useLingui();
  const title = useReviewTitle()(item);
  const [actName, actDone] = [useActName(), useActDone()];
  const [, send] = useMutation(DecideReview);
  const [opened, setOpened] = useState<ActForm | null>(null);
  const atOnce = useAtOnce({ item, onDecided, onChanged });
  const visibility = visibilityOf(item);
  const forms = actsFor(item);
  const messageOf = ({ act, parts }: ActForm): string => {
    const what = actDone(act, visibility);
    return parts.length > 0 ? t`${what}: “${title}”. The author is told why.` : t`${what}: “${title}”`;
  };
  const decide = (form: ActForm, input: ReturnType<typeof toInput>) => {
    setOpened(null);
    onDecide(item, messageOf(form), () => send({ input: { reviewId: item.id, version: item.version, ...input } }));
  };
  const begin = (form: ActForm) => (form.parts.length > 0 ? setOpened(form) : decide(form, { act: form.act }));
  const finish = async (form: ActForm, input: ReturnType<typeof toInput>) => {
    if (settles(form, item.kind) && !isChecked(form)) return decide(form, input);
    if (!atOnce.busy && (await atOnce.run(form, input, messageOf(form)))) setOpened(null);
  };
  useQueueKeys(Object.fromEntries(forms.map((form) => [form.key, () => begin(form)])));
  const buttons = (about: ActForm['about']) =>
    forms
      .filter((form) => form.about === about)
      .map((form) => (
        <Button key={form.act} variant={form.act === 'KEEP' ? 'filled' : 'default'} onClick={() => begin(form)}>
          {actName(form.act, visibility)} <kbd className={classes.key}>{form.key.toUpperCase()}</kbd>
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
        busy={atOnce.busy}
        problem={atOnce.problem}
        onClose={() => setOpened(null)}
        onDecide={(form, input) => void finish(form, input)}
      />
    </div>
  );
}
