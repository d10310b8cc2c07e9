/** The steps of the editor, as the address names them. */
export const STEPS = ['question', 'phases', 'prizes', 'terms', 'check'] as const;
export type Step = (typeof STEPS)[number];

export const readEditorSearch = ({ step }: Record<string, unknown>): { step?: Step } => {
  const known = STEPS.find((each) => each === step);
  return known ? { step: known } : {};
};
