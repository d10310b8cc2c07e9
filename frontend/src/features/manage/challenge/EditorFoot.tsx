import { Trans, useLingui } from '@lingui/react/macro';
import { Button } from '@/components/Button';
import { type Step, STEPS } from './editor-search';
import classes from './Editor.module.css';
import type { ChallengeDraft } from './use-challenge-draft';
import { toast } from '@/lib/toasts';

interface Props {
  draft: ChallengeDraft;
  step: Step;
  onStep: (step: Step) => void;
}

/** The ways on; of a public challenge also saving, as everybody reads it. */
export function EditorFoot({ draft, step, onStep }: Props) {
  const at = STEPS.indexOf(step);
  const [before, after] = [STEPS[at - 1], STEPS[at + 1]];
  return (
    <div className={classes.foot}>
      {before && (
        <Button variant="default" onClick={() => onStep(before)}>
          <Trans>Back</Trans>
        </Button>
      )}
      {draft.limits.isPublic && <SaveChanges draft={draft} onStep={onStep} />}
      {after && (
        <Button
          className={classes.next}
          variant={draft.limits.isPublic ? 'default' : 'filled'}
          onClick={() => onStep(after)}
        >
          <Trans>Next</Trans>
        </Button>
      )}
    </div>
  );
}

function SaveChanges({ draft, onStep }: Omit<Props, 'step'>) {
  const { t } = useLingui();
  const { saving, save, discard, findings } = draft;
  const unsaved = !['clean', 'saved'].includes(saving);
  const publish = async () => {
    if (await save()) return toast(t`Saved: everybody reads it now.`, { tone: 'success' });
    if (findings[0]) onStep(findings[0].step);
  };
  return (
    <>
      <Button onClick={() => void publish()} loading={saving === 'saving'} disabled={!unsaved || saving === 'conflict'}>
        <Trans>Save changes</Trans>
      </Button>
      {unsaved && (
        <Button variant="subtle" onClick={discard}>
          <Trans>Discard</Trans>
        </Button>
      )}
    </>
  );
}
