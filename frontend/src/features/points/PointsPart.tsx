import { Plural, Trans, useLingui } from '@lingui/react/macro';
import { useQuery } from 'urql';
import { ErrorState } from '@/components/ErrorState';
import { Skeletons } from '@/components/Skeletons';
import { useCompany } from '@/lib/company';
import { useFormat } from '@/lib/format';
import classes from './Points.module.css';
import { RewardRules, type RuleTerms } from './points';
import { OUTCOMES, RULE_NAMES, RULE_REASONS } from './words';

/** What earns points, in plain words, and why so. */
export function PointsPart() {
  const { t } = useLingui();
  const { id: companyId, name } = useCompany();
  const [{ data, error }, retry] = useQuery({ query: RewardRules, variables: { companyId } });
  if (error && !data) return <ErrorState error={error} retry={retry} />;
  if (!data) return <Skeletons rows={2} height={240} />;
  // a rule that gives nothing, now and soon, is none
  const rules = data.rewardRules.rules.filter(({ points, next }) => points > 0 || (next?.points ?? 0) > 0);
  const outcomes = rules.filter(({ rule }) => OUTCOMES.includes(rule));
  const activity = rules.filter(({ rule }) => !OUTCOMES.includes(rule));
  return (
    <div className={classes.explained}>
      <p>
        <Trans>
          {name} thanks you with points for what your help leads to. What becomes of an idea counts far more than how
          much is written: nobody is paid by the piece.
        </Trans>
      </p>
      <Rules title={t`What becomes of your ideas`} rules={outcomes} />
      <Rules title={t`Taking part`} rules={activity} />
      <section>
        <h2>
          <Trans>Good to know</Trans>
        </h2>
        <ul className={classes.know}>
          <li>
            <Trans>Points buy no votes, and no place in any decision. Everybody is heard alike.</Trans>
          </li>
          <li>
            <Trans>Those who write an idea together share its points by what each has added.</Trans>
          </li>
          <li>
            <Trans>
              When what they were for is undone, a vote withdrawn or a spam hidden, the points go back. When that is
              undone in turn, they return.
            </Trans>
          </li>
          <li>
            <Trans>
              Points expire only after 24 months in which you neither earn nor redeem any, and not without a word from
              us 30 days before.
            </Trans>
          </li>
          <li>
            <Trans>The moderators and managers of {name} earn none.</Trans>
          </li>
        </ul>
      </section>
    </div>
  );
}

function Rules({ title, rules }: { title: string; rules: RuleTerms[] }) {
  const { i18n } = useLingui();
  if (rules.length === 0) return null;
  return (
    <section>
      <h2>{title}</h2>
      <ul className={`plain surface ${classes.rules}`}>
        {rules.map((terms) => (
          <li key={terms.rule}>
            <div>
              <strong>{i18n._(RULE_NAMES[terms.rule])}</strong>
              <span className="dimmed">{i18n._(RULE_REASONS[terms.rule])}</span>
              <Limits terms={terms} />
            </div>
            <Gives terms={terms} />
          </li>
        ))}
      </ul>
    </section>
  );
}

/** How many points, now and, where that is decided, later. */
function Gives({ terms: { points, every, next } }: { terms: RuleTerms }) {
  const format = useFormat();
  const date = next?.startsAt && format.date(next.startsAt);
  return (
    <div className={classes.gives}>
      <strong>
        <Plural value={points} one="# point" other="# points" />
      </strong>
      {every && (
        <span className="dimmed">
          <Plural value={every} one="for each vote" other="for every # votes" />
        </span>
      )}
      {next && date && (
        <span className="dimmed">
          <Plural value={next.points} one={`from ${date} on: # point`} other={`from ${date} on: # points`} />
        </span>
      )}
    </div>
  );
}

function Limits({ terms: { dailyCap, lifetimeCap } }: { terms: RuleTerms }) {
  if (!dailyCap && !lifetimeCap) return null;
  return (
    <span className="dimmed">
      {dailyCap && <Plural value={dailyCap} one="At most # point a day." other="At most # points a day." />}{' '}
      {lifetimeCap && <Plural value={lifetimeCap} one="At most # point in all." other="At most # points in all." />}
    </span>
  );
}
