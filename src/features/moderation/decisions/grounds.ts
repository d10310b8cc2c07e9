import { IsNull } from 'typeorm';
import type { Transaction } from '../../../shared/database/database.js';
import { invalidField } from '../../../shared/errors/validation.js';
import type { Locale } from '../../../shared/errors/locale.js';
import { Company } from '../../companies/company.entity.js';
import { Rule } from '../../companies/rule.entity.js';
import { LogBasis } from '../log/log-entry.entity.js';
import { type Decision, DecisionAct, FoundBy } from './decision.entity.js';
import type { DecideReviewInput, Details } from './decision.inputs.js';
import { needsGround } from './decision.policy.js';

/** What a decision rests on. */
export class Grounds {
  private constructor(
    readonly rule: Rule | null,
    readonly legalGround: string | null,
    readonly note: string | null,
    /** the company's */
    private readonly language: Locale | null,
    /** what screening does, whatever rule it may break: as the public is told of it */
    private readonly screened: Record<Locale, string> | null = null,
  ) {}

  /** What needs none. */
  static none(): Grounds {
    return new Grounds(null, null, null, null);
  }

  /** @throws DomainError VALIDATION_FAILED where there is no rule in force of this company, and no law */
  static async of(tx: Transaction, companyId: string, input: DecideReviewInput): Promise<Grounds> {
    const { act, ruleId, legalGround, note } = input;
    const rule = ruleId ? await tx.findOneBy(Rule, { id: ruleId, companyId, retiredAt: IsNull() }) : null;
    if (ruleId && !rule) throw unknownRule();
    if (needsGround(act) && !rule && !legalGround) throw unknownRule();
    return new Grounds(rule, legalGround || null, note || null, await languageOf(tx, companyId, legalGround));
  }

  /** Of an automatic decision: the rule that was named, or the law, in the company's words. */
  static named(rule: Rule | null, legalGround: string | null, language: Locale): Grounds {
    return new Grounds(rule, legalGround, null, language);
  }

  /** Of an automatic decision about words that the company covers: its statement says which. */
  static words(language: Locale): Grounds {
    return new Grounds(null, null, null, language, WORDS);
  }

  /** Of what screening wants to be read first. */
  static readFirst(language: Locale): Grounds {
    return new Grounds(null, null, null, language, READ_FIRST);
  }

  /** Of a decision that was made: its rule may have retired since. */
  static async ofDecision(tx: Transaction, decision: Decision): Promise<Grounds> {
    const { companyId, ruleId, legalGround, note, automatic, foundBy, act } = decision;
    const rule = ruleId ? await tx.findOneBy(Rule, { id: ruleId, companyId }) : null;
    const isScreened = automatic && foundBy === FoundBy.SCREENING;
    const language = await languageOf(tx, companyId, isScreened || legalGround);
    const screened = act === DecisionAct.MASK ? WORDS : READ_FIRST;
    return new Grounds(rule, legalGround, note, language, isScreened ? screened : null);
  }

  /** As the staff reads it. */
  name(): string | null {
    return this.legalGround ?? this.rule?.title ?? null;
  }

  /** As everybody reads it: what a moderator wrote of a law may say what was hidden. */
  publicName(): string | null {
    if (this.screened && this.language) return this.screened[this.language];
    return this.legalGround && this.language ? LAW[this.language] : (this.rule?.title ?? null);
  }

  /** Whether it is the law, or a rule of the company's; null of what needs none. */
  basis(): LogBasis | null {
    return this.legalGround ? LogBasis.LAW : this.rule || this.screened ? LogBasis.RULES : null;
  }

  /** As the author reads it beside their text. */
  toAuthor(): string {
    const rule = this.rule && `${this.rule.title}: ${this.rule.text}`;
    return [rule, this.legalGround, this.note].filter(Boolean).join('\n\n');
  }
}

/** What the public is told of words that a company covers, in its language. */
const WORDS: Record<Locale, string> = {
  en: 'Words that are not shown',
  es: 'Palabras que no se muestran',
  it: 'Parole che non vengono mostrate',
};

/** What the public is told of what somebody reads before it is public again. */
const READ_FIRST: Record<Locale, string> = {
  en: 'Read by a person first',
  es: 'Primero lo lee una persona',
  it: 'Prima lo legge una persona',
};

/** What the public is told of a law that something breaks, in the company's language. */
export const LAW: Record<Locale, string> = {
  en: 'Legal reasons',
  es: 'Motivos legales',
  it: 'Motivi legali',
};

async function languageOf(
  tx: Transaction,
  companyId: string,
  isNeeded: string | boolean | null | undefined,
): Promise<Locale | null> {
  if (!isNeeded) return null;
  const company = await tx.findOneOrFail(Company, { where: { id: companyId }, select: { defaultLanguage: true } });
  return company.defaultLanguage;
}

export const impossibleAct = () =>
  invalidField('act', 'IMPOSSIBLE_ACT', {
    en: 'This cannot be done about it as it is now.',
    es: 'Esto no se puede hacer tal como está ahora.',
    it: 'Così com’è ora, questo non si può fare.',
  });

const OF: Record<keyof Details, DecisionAct> = {
  passages: DecisionAct.MASK,
  attachmentIds: DecisionAct.MASK,
  targetIdeaId: DecisionAct.MERGE,
  challengeId: DecisionAct.MOVE,
};

/** What another act would need is a mistake. @throws DomainError VALIDATION_FAILED */
export function checkDetails(input: Details & Pick<DecideReviewInput, 'act'>): void {
  const wrong = Object.entries(OF).find(([field, act]) => act !== input.act && input[field as keyof Details] != null);
  if (wrong)
    throw invalidField(wrong[0], 'NOT_OF_ACT', {
      en: 'This belongs to another act.',
      es: 'Esto es de otra medida.',
      it: 'Questo è di un’altra misura.',
    });
}

export const unknownRule = () =>
  invalidField('ruleId', 'UNKNOWN_RULE', {
    en: 'Choose one of the rules of this community.',
    es: 'Elige una de las normas de esta comunidad.',
    it: 'Scegli una delle regole di questa comunità.',
  });
