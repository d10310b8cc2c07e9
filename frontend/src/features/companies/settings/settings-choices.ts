import { useLingui } from '@lingui/react/macro';

/** What the settings can be, as their fields call it. */
export function useChoices() {
  const { t } = useLingui();
  return {
    visibility: [
      { value: 'PUBLIC', label: t`Everybody` },
      { value: 'PRIVATE', label: t`Members only; others do not learn that it exists` },
    ],
    joinPolicy: [
      { value: 'OPEN', label: t`Everybody` },
      { value: 'EMAIL_DOMAIN', label: t`People with an address of certain domains` },
      { value: 'INVITATION', label: t`Only who is invited` },
    ],
    preModeration: [
      { value: 'NOTHING', label: t`Nothing` },
      { value: 'NEWCOMERS', label: t`What newcomers write` },
      { value: 'EVERYTHING', label: t`Everything` },
    ],
    voteMode: [
      { value: 'UP', label: t`For an idea` },
      { value: 'UP_DOWN', label: t`For or against an idea` },
    ],
  };
}
