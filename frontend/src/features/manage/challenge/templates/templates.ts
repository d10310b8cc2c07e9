import type { Locale, PhaseKind, PrizeKind } from '@/gql/graphql';
import { amountText } from '../amount';
import { BLANK_PRIZE, blankChallenge, type ChallengeValues, morning, phasesFrom } from '../challenge-values';

export const TEMPLATES = ['product', 'fix', 'name', 'design'] as const;
export type TemplateName = (typeof TEMPLATES)[number];

/** What a template says, in one language. */
export interface TemplateText {
  title: string;
  summary: string;
  /** with headings, and under each what to write there */
  brief: string;
  tags: string[];
  criteria: { name: string; description: string; weight: number }[];
  prizes: string[];
  terms: (company: string) => string;
}
export type TemplateTexts = Record<TemplateName, TemplateText>;

interface Frame {
  phases: { kind: PhaseKind; days: number }[];
  /** for as many prizes as the texts name; amounts in euros, to be changed */
  prizes: { kind: PrizeKind; euros?: number }[];
}

/** How long each kind of question takes, from what companies that ask in the open allow for it. */
export const FRAMES: Record<TemplateName, Frame> = {
  product: {
    phases: [
      { kind: 'IDEATION', days: 28 },
      { kind: 'REFINEMENT', days: 7 },
      { kind: 'VOTING', days: 7 },
      { kind: 'EVALUATION', days: 7 },
      { kind: 'DECISION', days: 14 },
    ],
    prizes: [{ kind: 'MONEY', euros: 1000 }, { kind: 'PRODUCT' }],
  },
  fix: {
    phases: [
      { kind: 'IDEATION', days: 14 },
      { kind: 'DECISION', days: 7 },
      { kind: 'DELIVERY', days: 42 },
    ],
    prizes: [{ kind: 'RECOGNITION' }],
  },
  name: {
    phases: [
      { kind: 'IDEATION', days: 10 },
      { kind: 'VOTING', days: 5 },
      { kind: 'DECISION', days: 7 },
    ],
    prizes: [{ kind: 'MONEY', euros: 300 }],
  },
  design: {
    phases: [
      { kind: 'IDEATION', days: 28 },
      { kind: 'VOTING', days: 7 },
      { kind: 'EVALUATION', days: 7 },
      { kind: 'DECISION', days: 10 },
    ],
    prizes: [
      { kind: 'MONEY', euros: 800 },
      { kind: 'MONEY', euros: 300 },
    ],
  },
};

const TEXTS: Record<Locale, () => Promise<{ texts: TemplateTexts }>> = {
  EN: () => import('./texts.en'),
  ES: () => import('./texts.es'),
  IT: () => import('./texts.it'),
};

/**
 * A challenge that begins as a template has it.
 * @param locale in whose way amounts are written
 */
export async function fromTemplate(
  name: TemplateName,
  { language, company, locale }: { language: Locale; company: string; locale: string },
): Promise<ChallengeValues> {
  const { title, summary, brief, tags, criteria, prizes, terms } = (await TEXTS[language]()).texts[name];
  const { phases, prizes: kinds } = FRAMES[name];
  return {
    ...blankChallenge(language),
    ...{ title, summary, brief, tags, terms: terms(company) },
    phases: phasesFrom(morning(), phases),
    criteria: criteria.map(({ weight, ...words }) => ({ ...words, weight: String(weight) })),
    prizes: prizes.map((prize, index) => ({
      ...BLANK_PRIZE,
      title: prize,
      kind: kinds[index]!.kind,
      amountMinor: kinds[index]!.euros ? amountText(kinds[index]!.euros * 100, 'EUR', locale) : '',
    })),
  };
}
