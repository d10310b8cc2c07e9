import { useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import { useClient } from 'urql';
import type { RewardRule, RewardRuleInput, RewardRulesFieldsFragment } from '@/gql/graphql';
import { differs } from '@/lib/merge';
import { toast } from '@/lib/toasts';
import { useAction } from '@/lib/use-action';
import { RewardRules, termsOf, UpdateRewardRules } from './points';

/** One number of a rule that can be changed. */
export type Term = 'points' | 'every' | 'dailyCap' | 'lifetimeCap';
/** What was typed, until it is a number. */
export type Typed = Partial<Record<Term, string>>;

/** What must be there; a cap need not. */
const NEEDED: readonly Term[] = ['points', 'every'];
const LEAST: Record<Term, number> = { points: 0, every: 1, dailyCap: 1, lifetimeCap: 1 };

/** The number that was typed; undefined where it is none. */
export function numberIn(term: Term, typed: string): number | null | undefined {
  if (!typed.trim()) return NEEDED.includes(term) ? undefined : null;
  const value = Number(typed);
  return Number.isInteger(value) && value >= LEAST[term] ? value : undefined;
}

/** What a rule is to give by what was typed; null where something is no number. */
function termsIn(stored: RewardRuleInput, typed: Typed): RewardRuleInput | null {
  const entries = Object.entries(typed).map(([term, text]) => [term, numberIn(term as Term, text)] as const);
  return entries.some(([, value]) => value === undefined) ? null : { ...stored, ...Object.fromEntries(entries) };
}

/** The rules of a company as they are edited: only what is changed is sent, so that two managers lose nothing. */
export function useRules(companyId: string, rules: RewardRulesFieldsFragment) {
  const { t } = useLingui();
  const client = useClient();
  const [typed, setTyped] = useState<Partial<Record<RewardRule, Typed>>>({});
  const [startsOn, setStartsOn] = useState('');
  const { run, busy, problem } = useAction(UpdateRewardRules, { quiet: true });
  const edited = rules.rules.map((terms) => {
    const stored = termsOf(terms);
    return { stored, terms: termsIn(stored, typed[terms.rule] ?? {}) };
  });
  const changed = edited.flatMap(({ stored, terms }) => (terms && differs(terms, stored) ? [terms] : []));
  const wrong = edited.some(({ terms }) => !terms);
  const discard = () => {
    setTyped({});
    setStartsOn('');
  };
  const save = async () => {
    // the day begins where the person is
    const startsAt = startsOn ? new Date(`${startsOn}T00:00`).toISOString() : null;
    const data = await run({ input: { companyId, version: rules.version, rules: changed, startsAt } });
    if (data) {
      discard();
      toast(startsAt ? t`The change is planned.` : t`The rules of points are saved.`, { tone: 'success' });
    }
    // what is stored now is read; what was typed stays
    await client.query(RewardRules, { companyId }, { requestPolicy: 'network-only' }).toPromise();
  };
  return {
    ...{ typed, changed, wrong, startsOn, setStartsOn, busy, problem, save, discard },
    unsaved: changed.length > 0 || wrong,
    type: (rule: RewardRule, term: Term, text: string) =>
      setTyped((now) => ({ ...now, [rule]: { ...now[rule], [term]: text } })),
  };
}

export type Rules = ReturnType<typeof useRules>;
