import { useLingui } from '@lingui/react/macro';
import { IconAlertTriangle, IconCheck } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import type { StepState } from './checks';
import { type Step, STEPS } from './editor-search';
import classes from './Editor.module.css';
import { useWords } from './words';

interface Props {
  current: Step;
  states: Record<Step, StepState>;
}

/** The way through the steps: any of them at any time. */
export function StepNav({ current, states }: Props) {
  const { t } = useLingui();
  const words = useWords();
  const marks: Record<StepState, string> = { wrong: t`has errors`, done: t`complete`, open: t`to do` };
  return (
    <nav aria-label={t`Steps`}>
      <ol className={classes.steps}>
        {STEPS.map((step, index) => (
          <li key={step}>
            <Link
              from="/$slug/manage/challenges/$challengeId"
              to="."
              search={{ step }}
              resetScroll={false}
              aria-current={step === current ? 'step' : undefined}
              data-state={states[step]}
            >
              <span className={classes.number} aria-hidden>
                {states[step] === 'wrong' ? (
                  <IconAlertTriangle size={16} />
                ) : states[step] === 'done' ? (
                  <IconCheck size={16} />
                ) : (
                  index + 1
                )}
              </span>
              {words.step(step)}
              {step !== 'check' && <span className="hidden">: {marks[states[step]]}</span>}
            </Link>
          </li>
        ))}
      </ol>
    </nav>
  );
}
