import { useState } from 'react';
import { dropKept, keep, readKept } from './kept';
import { useViewer } from './session';

/**
 * What is written into a form stays on this device until it is sent, whatever becomes of the form. Kept per person.
 * @param place what is written, e.g. `answer` and to which idea
 * @param base what the form begins with where nothing is kept
 */
export function useKeptForm<T extends object>(
  [kind, id]: ['answer' | 'reply' | 'appeal' | 'notice' | 'thanks', string],
  base: T,
) {
  const viewer = useViewer();
  const place = `cocrea-${kind}/${viewer?.id}/${id}`;
  const [begin] = useState(() => ({ base, kept: readKept<T>(place) }));
  const isBase = (values: T) => Object.entries(begin.base).every(([name, value]) => values[name as keyof T] === value);
  return {
    /** For `useForm`. */
    options: {
      initialValues: { ...base, ...begin.kept?.mine },
      onValuesChange: (values: T) => (isBase(values) ? dropKept(place) : keep(place, values, null)),
    },
    drop: () => dropKept(place),
  };
}
