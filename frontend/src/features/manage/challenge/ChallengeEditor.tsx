import { Trans, useLingui } from '@lingui/react/macro';
import { type ReactNode, useCallback, useEffect, useRef, useState } from 'react';
import { Button } from '@/components/Button';
import { PageTitle } from '@/components/PageTitle';
import { ChallengeStateBadge } from '@/components/StatusBadge';
import type { EditedChallengeFragment } from '@/gql/graphql';
import { useFormat } from '@/lib/format';
import { fromApiLocale } from '@/lib/i18n';
import { toast } from '@/lib/toasts';
import type { Beginning } from './beginning';
import type { Part } from './challenge-values';
import { CheckStep } from './CheckStep';
import { stepStates } from './checks';
import { type Step, STEPS } from './editor-search';
import { ConflictNotice } from './ConflictNotice';
import { CriteriaField } from './CriteriaField';
import classes from './Editor.module.css';
import { EditorFoot } from './EditorFoot';
import type { StepProps } from './fields';
import { PhasesStep } from './PhasesStep';
import { type PreviewDraft, previewOf } from './preview';
import { PrizesField } from './PrizesField';
import { WinnersField } from './WinnersField';
import { SaveStatus } from './SaveStatus';
import { StepNav } from './StepNav';
import { TermsStep } from './TermsStep';
import { QuestionStep } from './QuestionStep';
import { type ChallengeDraft, useChallengeDraft } from './use-challenge-draft';
import { useWords } from './words';

export interface EditorProps {
  step: Step;
  onStep: (step: Step) => void;
  /** The challenge's page as it would be: another feature's. */
  preview: (draft: PreviewDraft) => ReactNode;
}

interface Props extends EditorProps {
  beginning: Beginning;
  challenge?: EditedChallengeFragment;
  onMade: (id: string) => void;
}

/** What is wrong is said once somebody has left the step, or wants to publish; while one begins it would be noise. */
function useFields({ form, findings }: ChallengeDraft, step: Step): StepProps {
  const words = useWords();
  const [left, setLeft] = useState<readonly Step[]>([]);
  const [before, setBefore] = useState<Step>();
  if (before !== step) {
    setBefore(step);
    if (step === 'check') setLeft(STEPS);
    else if (before) setLeft([...new Set([...left, before])]);
  }
  const field: StepProps['field'] = (path) => {
    const props = form.getInputProps(path);
    const found = findings.find((finding) => finding.path === path);
    const said = found && left.includes(found.step) ? words.problem(found.problem) : undefined;
    return { ...props, error: (props.error as ReactNode) ?? said };
  };
  return { form, field };
}

/** The heading of a step takes the focus when somebody goes there, else the first wrong field in it. */
function useStepFocus(step: Step) {
  const heading = useRef<HTMLHeadingElement>(null);
  const before = useRef(step);
  useEffect(() => {
    if (before.current === step) return;
    before.current = step;
    const wrong = heading.current?.closest('section')?.querySelector<HTMLElement>('[aria-invalid="true"]');
    (wrong ?? heading.current)?.focus();
    heading.current?.scrollIntoView({ block: 'nearest' });
  }, [step]);
  return heading;
}

/** Writing a challenge, step by step, with its page beside it. */
export function ChallengeEditor({ beginning, challenge, step, onStep, preview, onMade }: Props) {
  const { t, i18n } = useLingui();
  const words = useWords();
  const format = useFormat();
  const onTheirs = (parts: Part[]) => {
    const changed = format.list(parts.map(words.part));
    toast(t`Somebody else has changed: ${changed}. It is in here now.`);
  };
  const draft = useChallengeDraft({ beginning, challenge, onMade, onTheirs });
  const { form, findings, limits, conflict, settle } = draft;
  const steps = useFields(draft, step);
  const [shown, setShown] = useState(false);
  const [isNew] = useState(!beginning.challenge);
  const state = draft.challenge?.state ?? 'DRAFT';
  const lang = fromApiLocale(form.values.language);
  const heading = isNew ? t`New challenge` : (beginning.challenge?.title ?? '');
  return (
    <>
      <PageTitle
        lang={isNew ? undefined : lang}
        tab={form.values.title || heading}
        lead={
          <span className={classes.lead}>
            <ChallengeStateBadge state={state} /> <SaveStatus draft={draft} />
          </span>
        }
        actions={
          <Button className={classes.toggle} variant="default" aria-pressed={shown} onClick={() => setShown(!shown)}>
            <Trans>Preview</Trans>
          </Button>
        }
      >
        {heading}
      </PageTitle>
      <StepNav current={step} states={stepStates(form.values, findings, form.errors)} />
      {conflict && <ConflictNotice conflict={conflict} mine={form.values} onChoice={settle} />}
      <div className={classes.editor} data-preview={shown || undefined}>
        <form className={classes.main} noValidate onSubmit={(event) => event.preventDefault()}>
          <StepSection step={step} draft={draft} steps={steps} onStep={onStep} />
          <EditorFoot draft={draft} step={step} onStep={onStep} />
        </form>
        <section className={classes.preview} aria-label={t`Preview`} tabIndex={0}>
          {preview(previewOf(form.values, limits, i18n.locale))}
        </section>
      </div>
    </>
  );
}

interface SectionProps extends Pick<Props, 'step' | 'onStep'> {
  draft: ChallengeDraft;
  steps: StepProps;
}

function StepSection({ step, draft, steps, onStep }: SectionProps) {
  const { t } = useLingui();
  const words = useWords();
  const heading = useStepFocus(step);
  const { limits } = draft;
  const { setErrors } = draft.form;
  const onWrong = useCallback(
    (wrong: Step, errors: Record<string, string>) => {
      setErrors(errors);
      onStep(wrong);
    },
    [setErrors, onStep],
  );
  const number = STEPS.indexOf(step) + 1;
  const name = words.step(step);
  const bodies: Record<Step, () => ReactNode> = {
    question: () => <QuestionStep {...steps} />,
    phases: () => <PhasesStep {...steps} limits={limits} />,
    prizes: () => <Promised {...steps} promised={limits.isPublic ? (draft.challenge?.prizes.length ?? 0) : null} />,
    terms: () => <TermsStep {...steps} isPublic={limits.isPublic} />,
    check: () => <CheckStep draft={draft} onStep={onStep} onWrong={onWrong} />,
  };
  return (
    <section className={classes.step} aria-labelledby="step">
      <h2 id="step" ref={heading} tabIndex={-1}>
        <span className="dimmed">{t`Step ${number} of 5`}</span> {name}
      </h2>
      {bodies[step]()}
    </section>
  );
}

/**
 * Prizes and criteria, which people count on once they are public.
 * @param promised how many prizes the public knows; null while there is no public
 */
function Promised({ promised, ...steps }: StepProps & { promised: number | null }) {
  const isPublic = promised !== null;
  return (
    <>
      {isPublic && (
        <p className={classes.refusal}>
          <Trans>
            People count on what was published: prizes can grow and more can be added, until winners are announced. All
            else stays.
          </Trans>
        </p>
      )}
      <PrizesField {...steps} promised={promised ?? 0} />
      <fieldset className={classes.lines} disabled={isPublic}>
        <WinnersField {...steps} />
        <CriteriaField {...steps} />
      </fieldset>
    </>
  );
}
