import type { UseFormReturnType } from '@mantine/form';
import type { ChallengeValues } from './challenge-values';

/** What every step of the editor works on. */
export interface StepProps {
  form: UseFormReturnType<ChallengeValues>;
  /** A field's value and what is wrong with it: by the server, or, once the step was left, by the form itself. */
  field: (path: string) => ReturnType<UseFormReturnType<ChallengeValues>['getInputProps']>;
}
