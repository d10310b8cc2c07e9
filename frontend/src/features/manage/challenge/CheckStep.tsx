import { Trans, useLingui } from '@lingui/react/macro';
import { IconAlertTriangle, IconBulb, IconCircleCheck } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { Button } from '@/components/Button';
import { ButtonLink } from '@/components/ButtonLink';
import { useCompany } from '@/lib/company';
import { ChallengeActions } from './ChallengeActions';
import { adviceOf } from './checks';
import type { Step } from './editor-search';
import classes from './Editor.module.css';
import { PublishBox } from './PublishBox';
import { Story } from './Story';
import type { ChallengeDraft } from './use-challenge-draft';
import { useWords } from './words';

interface Props {
  draft: ChallengeDraft;
  onStep: (step: Step) => void;
  onWrong: (step: Step, errors: Record<string, string>) => void;
}

/** Before it is published: what is missing, and what will happen. Afterwards: what can be done with it. */
export function CheckStep({ draft, onStep, onWrong }: Props) {
  const { t } = useLingui();
  const { slug } = useCompany();
  const { form, findings, challenge, limits, save } = draft;
  const state = challenge?.state ?? 'DRAFT';
  return (
    <>
      {state === 'DRAFT' && <Checklist draft={draft} onStep={onStep} />}
      <section className="stack">
        <h3>
          <Trans>What will happen</Trans>
        </h3>
        <Story values={form.values} limits={limits} />
      </section>
      {state === 'DRAFT' && (
        <PublishBox
          {...{ save, onWrong }}
          onPublished={draft.adopt}
          ready={findings.length === 0}
          startsAt={form.values.phases[0]?.startsAt}
        />
      )}
      {challenge && (
        <div className="stack">
          <div>
            <ButtonLink variant="default" to="/$slug/c/$challengeSlug" params={{ slug, challengeSlug: challenge.slug }}>
              {state === 'DRAFT' ? t`See its page as it will be` : t`Open its page`}
            </ButtonLink>
          </div>
          {state !== 'DRAFT' && <ChallengeActions challenge={challenge} />}
        </div>
      )}
    </>
  );
}

function Checklist({ draft: { form, findings }, onStep }: Pick<Props, 'draft' | 'onStep'>) {
  const words = useWords();
  const advice = adviceOf(form.values);
  return (
    <>
      <section className="stack">
        <h3>{findings.length > 0 ? <Trans>What is missing</Trans> : <Trans>Nothing is missing</Trans>}</h3>
        {findings.length === 0 && (
          <p className={classes.ready}>
            <IconCircleCheck size={20} aria-hidden /> <Trans>It can be published as it is.</Trans>
          </p>
        )}
        <ul className={classes.checks}>
          {findings.map(({ path, problem, step }) => (
            <Check key={`${path} ${problem}`} step={step} onStep={onStep}>
              <IconAlertTriangle size={20} className={classes.wrong} aria-hidden /> {words.problem(problem)}
            </Check>
          ))}
        </ul>
      </section>
      {advice.length > 0 && (
        <section className="stack">
          <h3>
            <Trans>Worth a thought</Trans>
          </h3>
          <ul className={classes.checks}>
            {advice.map(([what, step]) => (
              <Check key={what} step={step} onStep={onStep}>
                <IconBulb size={20} aria-hidden /> {words.advice(what)}
              </Check>
            ))}
          </ul>
        </section>
      )}
    </>
  );
}

function Check({ step, onStep, children }: { step: Step; onStep: Props['onStep']; children: ReactNode }) {
  const { t } = useLingui();
  const name = useWords().step(step);
  return (
    <li>
      <span className={classes.said}>{children}</span>
      <Button variant="subtle" size="compact" onClick={() => onStep(step)}>
        {t`Go to “${name}”`}
      </Button>
    </li>
  );
}
