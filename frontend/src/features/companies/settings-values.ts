import type { CompanySettingsFieldsFragment, JoinPolicy, PreModeration, VoteMode } from '@/gql/graphql';
import type { AboutValues } from './company-fields';

export interface SettingsValues extends AboutValues {
  joinPolicy: JoinPolicy;
  emailDomains: string[];
  preModeration: PreModeration;
  voteMode: VoteMode;
  /** as it is typed */
  answerDays: string;
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
  guidelines: company.guidelines,
  ideaBoxOpen: company.ideaBoxOpen,
  tags: company.tags,
});

/** Only these, as the API takes them. */
export function settingsInput(values: SettingsValues, parts: (keyof SettingsValues)[]) {
  // domains are only asked for, and checked, where they decide
  const sent = parts.filter((part) => part !== 'emailDomains' || values.joinPolicy === 'EMAIL_DOMAIN');
  // no number at all is refused as 0 is, at the field
  const answerDays = Math.trunc(Number(values.answerDays)) || 0;
  return Object.fromEntries(sent.map((part) => [part, part === 'answerDays' ? answerDays : values[part]]));
}
