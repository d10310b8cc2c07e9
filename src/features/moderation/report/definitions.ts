interface Definition {
  /** of Regulation (EU) 2022/2065 */
  article: string;
  text: string;
}

const about = (article: string, text: string): Definition => ({ article, text });

/** What each figure of the transparency report counts: in the API, and in its files. */
export const DEFINITIONS = {
  decisions: about('15(1)(c)', 'Decisions of the period about an item or its author, also those taken back since.'),
  automaticDecisions: about('15(1)(e)', 'Those of the decisions that no person made.'),
  undone: about('15(1)(d)', 'Those of the decisions that were taken back until now: by a moderator, or by an appeal.'),
  noticesReceived: about('15(1)(b)', 'Notices of illegal content (art. 16) that came in the period.'),
  noticesActedOnLaw: about(
    '15(1)(b)',
    'Notices that were settled in the period by a decision against the item on the basis of the law.',
  ),
  noticesActedOnRules: about(
    '15(1)(b)',
    'Notices that were settled in the period by a decision against the item on the basis of the company’s rules.',
  ),
  noticesNotActedOn: about('15(1)(b)', 'Notices that were settled in the period by a decision that the item stays.'),
  noticesGone: about('15(1)(b)', 'Notices whose item its author took back in the period before anybody decided.'),
  noticesAutomatic: about('15(1)(b)', 'Notices that were settled in the period by a decision that no person made.'),
  noticesMedianHours: about(
    '15(1)(b)',
    'Hours from a notice to its decision, the median of those decided in the period; null where there is none.',
  ),
  appealsFiled: about('15(1)(d)', 'Appeals (art. 20) that were filed in the period.'),
  appealsUpheld: about('15(1)(d)', 'Appeals that were decided in the period so that the decision stays.'),
  appealsOverturned: about('15(1)(d)', 'Appeals that were decided in the period so that the decision is taken back.'),
  appealsMedianHours: about(
    '15(1)(d)',
    'Hours from an appeal to its decision, the median of those decided in the period; null where there is none.',
  ),
  suspensionsLaw: about('24(1)(b)', 'Suspensions (art. 23) imposed in the period for illegal content.'),
  suspensionsRules: about('24(1)(b)', 'Suspensions imposed in the period for breaking the company’s rules.'),
  automaticUndone: about('15(1)(e)', 'Automatic decisions of the period that a person has taken back until now.'),
  automaticErrorRate: about(
    '15(1)(e)',
    'The share of the automatic decisions of the period that was taken back; null where there is none.',
  ),
  screened: about(
    '15(1)(e)',
    'Decisions of the period, not taken back, by which a person settled what screening had found.',
  ),
  screenedKept: about('15(1)(e)', 'Those of them by which the item stays: screening was wrong about it.'),
  screeningErrorRate: about('15(1)(e)', 'The share of them by which the item stays; null where there is none.'),
} as const satisfies Record<string, Definition>;

export type FigureName = keyof typeof DEFINITIONS;
