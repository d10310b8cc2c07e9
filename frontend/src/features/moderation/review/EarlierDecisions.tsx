import { Trans, useLingui } from '@lingui/react/macro';
import { Button } from '@/components/Button';
import { RelativeTime } from '@/components/RelativeTime';
import { graphql } from '@/gql';
import type { UndoneBecause } from '@/gql/graphql';
import { useCompany } from '@/lib/company';
import { useFormat } from '@/lib/format';
import { langOf } from '@/lib/i18n';
import { toast } from '@/lib/toasts';
import { useAction } from '@/lib/use-action';
import { useActDone } from '../decide/acts';
import { useUndoable } from '../decide/verdicts';
import type { OpenReview } from './Evidence';
import classes from './Review.module.css';

export const UndoDecision = graphql(`
  mutation UndoDecision($input: UndoDecisionInput!) {
    undoDecision(input: $input) {
      id
      undoneAt
      undoneBecause
    }
  }
`);

type Decision = OpenReview['decisions'][number];

function Past({ decision, onUndo, busy }: { decision: Decision; busy: boolean; onUndo?: () => void }) {
  const { t } = useLingui();
  const { defaultLanguage } = useCompany();
  const format = useFormat();
  const actDone = useActDone();
  const { act, automatic, createdAt, endsAt, rule, legalGround, note, undoneAt, undoneBecause, appeal } = decision;
  const undone: Record<UndoneBecause, string> = {
    APPEAL: t`Overturned after an appeal`,
    RECONSIDERED: t`Taken back by a moderator`,
    REPLACED: t`A moderator has decided in its place`,
  };
  const until = endsAt && format.date(endsAt);
  return (
    <li data-undone={Boolean(undoneAt) || undefined}>
      <p>
        <strong>{actDone(act)}</strong>
        {until && <> {t`until ${until}`}</>}
        {(rule ?? legalGround) && (
          <>
            : <span lang={langOf(defaultLanguage)}>{rule?.title ?? legalGround}</span>
          </>
        )}
      </p>
      {note && <blockquote className={classes.note}>{note}</blockquote>}
      <p className="dimmed">
        {automatic ? <Trans>automatically</Trans> : <Trans>by a person</Trans>} · <RelativeTime at={createdAt} />
        {undoneBecause && ` · ${undone[undoneBecause]}`}
        {appeal && (
          <>
            {' · '}
            <Trans>appealed against</Trans>
          </>
        )}
      </p>
      {onUndo && (
        <Button variant="default" size="compact" loading={busy} onClick={onUndo}>
          <Trans>Take this decision back</Trans>
        </Button>
      )}
    </li>
  );
}

interface Props {
  review: OpenReview;
  /** The viewer may take decisions back. */
  mayUndo: boolean;
  onUndone: () => void;
}

/** What was decided in this review before, the latest first; the latest that holds can be taken back. */
export function EarlierDecisions({ review: { id, decisions }, mayUndo, onUndone }: Props) {
  const { t } = useLingui();
  const { run, busy } = useAction(UndoDecision);
  const { put } = useUndoable();
  if (decisions.length === 0) return null;
  const latest = decisions.find(({ undoneAt }) => !undoneAt);
  const undo = async (decisionId: string) => {
    if (!(await run({ input: { decisionId } }))) return;
    put([id], false);
    toast(t`Taken back: all is as it was before.`, { tone: 'success' });
    onUndone();
  };
  return (
    <section className={classes.evidence}>
      <h3>
        <Trans>Decided before</Trans>
      </h3>
      <ol className="plain">
        {decisions.map((decision) => (
          <Past
            key={decision.id}
            decision={decision}
            busy={busy}
            onUndo={mayUndo && decision === latest ? () => void undo(decision.id) : undefined}
          />
        ))}
      </ol>
    </section>
  );
}
