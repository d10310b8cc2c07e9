import { Trans, useLingui } from '@lingui/react/macro';
import { useFormat } from '@/lib/format';
import { BadgeMark } from './BadgeMark';
import classes from './Honours.module.css';
import type { OwnHonoursOf } from './OwnHonours';
import { Progress } from './Progress';

type Ladder = OwnHonoursOf['ladders'][number];
type Goal = OwnHonoursOf['goals'][number];

/** What one can still earn, and how far one has come. */
export function Ladders({ ladders, goals }: Pick<OwnHonoursOf, 'ladders' | 'goals'>) {
  return (
    <section className="section">
      <h2>
        <Trans>On the way</Trans>
      </h2>
      <ul className={`plain ${classes.ladders}`}>
        {goals.map((goal) => (
          <GoalRow key={goal.badge.id} goal={goal} />
        ))}
        {ladders.map((ladder) => (
          <LadderRow key={ladder.metric} ladder={ladder} />
        ))}
      </ul>
      <p className="dimmed">
        <Trans>There are a few more that nobody is told of before they have them.</Trans>
      </p>
    </section>
  );
}

/** A badge that the company made. */
function GoalRow({ goal: { badge, have } }: { goal: Goal }) {
  const { t } = useLingui();
  const format = useFormat();
  const { name, description, threshold } = badge;
  const to = threshold ?? 1;
  const [now, wanted] = [format.number(Math.min(have, to)), format.number(to)];
  return (
    <li className="surface">
      <BadgeMark badge={badge} faint />
      <div className={classes.grow}>
        <h3>{name}</h3>
        {description && <p className="dimmed">{description}</p>}
        <Progress label={t`On the way to ${name}`} value={have} to={to} />
        <p>
          <Trans>
            {now} of {wanted}
          </Trans>
        </p>
      </div>
    </li>
  );
}

/** Badges for more and more of the same. */
function LadderRow({ ladder }: { ladder: Ladder }) {
  const { t } = useLingui();
  const format = useFormat();
  const { metric, title, how, have, steps } = ladder;
  const at = steps.findIndex(({ earnedAt }) => !earnedAt);
  const next = steps[at];
  const mark = { pictureUrl: null, pictureAlt: null, metric, secret: false, step: at === -1 ? steps.length : at };
  const [now, wanted, name] = [format.number(have), next && format.number(next.threshold), next?.name];
  return (
    <li className="surface">
      <BadgeMark badge={mark} faint={at === 0} />
      <div className={classes.grow}>
        <h3>{title}</h3>
        <p className="dimmed">{how}</p>
        {next ? (
          <>
            <Progress label={t`On the way to ${next.name}`} value={have} to={next.threshold} />
            <p>
              <Trans>
                {now} of {wanted} for “{name}”
              </Trans>
            </p>
          </>
        ) : (
          <p>
            <Trans>All steps reached: {now}</Trans>
          </p>
        )}
        <ol className={classes.chain} aria-label={t`Steps`}>
          {steps.map((step) => {
            const amount = format.number(step.threshold);
            return (
              <li key={step.threshold} data-earned={step.earnedAt ? true : undefined} title={step.name}>
                {step.earnedAt ? <Trans>{amount}, reached</Trans> : amount}
              </li>
            );
          })}
        </ol>
      </div>
    </li>
  );
}
