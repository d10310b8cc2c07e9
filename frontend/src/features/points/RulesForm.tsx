import { Trans, useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import { useQuery } from 'urql';
import { Button } from '@/components/Button';
import { ErrorState } from '@/components/ErrorState';
import { DayField } from '@/components/fields/DayField';
import { LeaveGuard } from '@/components/LeaveGuard';
import { SaveBar } from '@/components/SaveBar';
import { Skeletons } from '@/components/Skeletons';
import type { RewardRuleInput, RewardRulesFieldsFragment } from '@/gql/graphql';
import { useCompany } from '@/lib/company';
import { linesOf, type Problem } from '@/lib/errors';
import classes from './Points.module.css';
import { RewardRules } from './points';
import { RuleFields } from './RuleFields';
import { Simulation } from './Simulation';
import { type Rules, useRules } from './use-rules';
import { OUTCOMES } from './words';

/** What earns points, as the company has it. */
export function RulesForm() {
  const { id: companyId } = useCompany();
  const [{ data, error }, retry] = useQuery({ query: RewardRules, variables: { companyId } });
  if (error && !data) return <ErrorState error={error} retry={retry} />;
  if (!data) return <Skeletons rows={4} height={140} />;
  return <Form rules={data.rewardRules} />;
}

function Form({ rules: stored }: { rules: RewardRulesFieldsFragment }) {
  const { t } = useLingui();
  const { id: companyId } = useCompany();
  const rules = useRules(companyId, stored);
  const [tried, setTried] = useState<RewardRuleInput[] | null>(null);
  const outcomes = stored.rules.filter(({ rule }) => OUTCOMES.includes(rule));
  const activity = stored.rules.filter(({ rule }) => !OUTCOMES.includes(rule));
  return (
    <section className={classes.part} aria-labelledby="rules">
      <LeaveGuard active={rules.unsaved} />
      <h2 id="rules">
        <Trans>What earns points</Trans>
      </h2>
      <p>
        <Trans>
          What becomes of an idea should count far more than taking part: what is paid by the piece is made by the
          piece, while nobody but you can make you deliver. 0 points switch a rule off. What was earned before stays as
          it is.
        </Trans>
      </p>
      <h3>{t`What becomes of ideas`}</h3>
      <div className={classes.ruleList}>
        {outcomes.map((terms) => (
          <RuleFields key={terms.rule} terms={terms} rules={rules} />
        ))}
      </div>
      <h3>{t`Taking part`}</h3>
      <div className={classes.ruleList}>
        {activity.map((terms) => (
          <RuleFields key={terms.rule} terms={terms} rules={rules} />
        ))}
      </div>
      {tried && <Simulation rules={tried} />}
      <Bar rules={rules} onTry={() => setTried(rules.changed)} />
    </section>
  );
}

/** What the server refused, in lines. */
function Refused({ problem }: { problem: Problem }) {
  const { t } = useLingui();
  const lines =
    problem.code === 'CONFLICT'
      ? [t`Somebody else has changed the rules meanwhile: they are here now, with your changes. Look again, then save.`]
      : linesOf(problem);
  return (
    <div role="alert" className={classes.problem}>
      {lines.map((line) => (
        <p key={line}>{line}</p>
      ))}
    </div>
  );
}

function Bar({ rules, onTry }: { rules: Rules; onTry: () => void }) {
  const { t } = useLingui();
  const { unsaved, wrong, changed, busy, problem, startsOn, setStartsOn } = rules;
  const ready = changed.length > 0 && !wrong;
  return (
    <SaveBar unsaved={unsaved} tall>
      {problem && <Refused problem={problem} />}
      <span role="status">{unsaved && <Trans>There are changes that are not saved.</Trans>}</span>
      {unsaved && (
        <>
          <DayField
            label={t`From which day on (empty: at once)`}
            value={startsOn}
            onDay={setStartsOn}
            onNone={() => setStartsOn('')}
          />
          <Button variant="subtle" onClick={rules.discard}>
            <Trans>Discard</Trans>
          </Button>
          <Button variant="default" disabled={!ready} onClick={onTry}>
            <Trans>Try it on the last 90 days</Trans>
          </Button>
        </>
      )}
      <Button loading={busy} disabled={!ready} onClick={() => void rules.save()}>
        <Trans>Save the rules</Trans>
      </Button>
    </SaveBar>
  );
}
