import type { DomainError } from '../../../../shared/errors/domain-error.js';
import { invalidField } from '../../../../shared/errors/validation.js';
import { RewardRule } from './reward-rule.entity.js';
import type { RewardRuleInput } from './reward-rules.types.js';

const YEAR = 366 * 86_400_000;
/** what a slow connection takes, and a clock that is a little behind */
const GRACE = 5 * 60_000;

/** @throws DomainError VALIDATION_FAILED */
export function checkRules(rules: readonly RewardRuleInput[]): void {
  const seen = new Set<RewardRule>();
  for (const [index, { rule, every }] of rules.entries()) {
    if (seen.has(rule)) throw twice(`rules.${index}.rule`);
    seen.add(rule);
    if ((rule === RewardRule.VOTES) !== (every != null)) throw everyOfVotes(`rules.${index}.every`);
  }
}

/** When a change begins. @throws DomainError VALIDATION_FAILED where that is past, or too far */
export function checkStart(startsAt: Date | null | undefined, now: Date): Date {
  if (!startsAt) return now;
  if (+startsAt < +now - GRACE || +startsAt > +now + YEAR) throw wrongStart();
  return startsAt < now ? now : startsAt;
}

const twice = (field: string): DomainError =>
  invalidField(field, 'RULE_TWICE', {
    en: 'Each rule can be there only once.',
    es: 'Cada regla solo puede estar una vez.',
    it: 'Ogni regola può esserci una sola volta.',
  });

const everyOfVotes = (field: string): DomainError =>
  invalidField(field, 'EVERY_OF_VOTES', {
    en: 'Say for how many votes; other rules have no such number.',
    es: 'Indica por cuántos votos; las otras reglas no tienen ese número.',
    it: 'Indica per quanti voti; le altre regole non hanno questo numero.',
  });

const wrongStart = (): DomainError =>
  invalidField('startsAt', 'WRONG_START', {
    en: 'It can begin now or within a year: what was earned already stays as it is.',
    es: 'Puede empezar ahora o dentro de un año como mucho: lo que ya se ganó se queda como está.',
    it: 'Può iniziare ora o entro un anno: ciò che è già stato guadagnato resta com’è.',
  });
