import { Trans, useLingui } from '@lingui/react/macro';
import { TextInput } from '@/components/fields/TextInput';
import { useFormat } from '@/lib/format';
import classes from './Points.module.css';
import type { RuleTerms } from './points';
import { numberIn, type Rules, type Term } from './use-rules';
import { RULE_NAMES, RULE_REASONS } from './words';

interface Props {
  terms: RuleTerms;
  rules: Rules;
}

/** What one rule gives. */
export function RuleFields({ terms, rules }: Props) {
  const { i18n, t } = useLingui();
  const format = useFormat();
  const { rule, next } = terms;
  const typed = rules.typed[rule] ?? {};
  const names: Record<Term, string> = {
    points: t`Points`,
    every: t`Every … votes`,
    dailyCap: t`Daily cap`,
    lifetimeCap: t`Cap in all`,
  };
  const field = (term: Term) => {
    const text = typed[term] ?? String(terms[term] ?? '');
    return (
      <TextInput
        label={names[term]}
        type="number"
        inputMode="numeric"
        min={term === 'points' ? 0 : 1}
        value={text}
        error={numberIn(term, text) === undefined && t`A whole number.`}
        onChange={({ currentTarget }) => rules.type(rule, term, currentTarget.value)}
      />
    );
  };
  const date = next?.startsAt && format.date(next.startsAt);
  return (
    <fieldset className={classes.rule}>
      <legend>{i18n._(RULE_NAMES[rule])}</legend>
      <p className="dimmed">
        {i18n._(RULE_REASONS[rule])}{' '}
        {next && date && (
          <Trans>
            From {date} on: {next.points} points. Whatever you save here takes its place.
          </Trans>
        )}
      </p>
      <div className={classes.terms}>
        {field('points')}
        {rule === 'VOTES' && field('every')}
        {field('dailyCap')}
        {field('lifetimeCap')}
      </div>
    </fieldset>
  );
}
