import type { CompanySettingsFieldsFragment, JoinPolicy, PreModeration, VoteMode } from '@/gql/graphql';
import type { AboutValues } from './company-fields';

export interface SettingsValues extends AboutValues {
  joinPolicy: JoinPolicy;
  emailDomains: string[];
  preModeration: PreModeration;
  voteMode: VoteMode;
  /** as it is typed */
  answerDays: string;
  hideFlaggers: string;
  hideWeight: string;
  guidelines: string;
  ideaBoxOpen: boolean;
  tags: string[];
}

export const settingsOf = (company: CompanySettingsFieldsFragment): SettingsValues => ({
  name: company.name,
  description: company.description,
  languages: company.languages,
  defaultLanguage: company.defaultLanguage,
  brandColor: company.brandColor,
  visibility: company.visibility,
  logoFileId: undefined,
  joinPolicy: company.joinPolicy,
  emailDomains: company.emailDomains ?? [],
  preModeration: company.preModeration,
  voteMode: company.voteMode,
  answerDays: String(company.answerDays),
  hideFlaggers: String(company.hideFlaggers),
  hideWeight: String(company.hideWeight),
  guidelines: company.guidelines,
  ideaBoxOpen: company.ideaBoxOpen,
  tags: company.tags,
});

const whole = (text: string) => Math.trunc(Number(text)) || 0;

/** What is typed as a number: none at all is refused as 0 is, at the field. */
const NUMBERS = {
  answerDays: whole,
  hideFlaggers: whole,
  hideWeight: (text: string) => Number(text.replace(',', '.')) || 0,
};
type Numeric = keyof typeof NUMBERS;

/** Only these, as the API takes them. */
export function settingsInput(values: SettingsValues, parts: (keyof SettingsValues)[]) {
  // domains are only asked for, and checked, where they decide
  const sent = parts.filter((part) => part !== 'emailDomains' || values.joinPolicy === 'EMAIL_DOMAIN');
  return Object.fromEntries(
    sent.map((part) => [part, part in NUMBERS ? NUMBERS[part as Numeric](values[part as Numeric]) : values[part]]),
  );
}
