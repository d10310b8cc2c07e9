import { type ChangeEvent, type KeyboardEvent, useEffect, useRef, useState } from 'react';

const PAUSE = 900;

/**
 * What stands in a field, taken once it is complete: after a pause in the typing, or when the field is left. Typing a
 * date passes through dates that nobody means. `take` answers whether it was taken; what was not is given up when the
 * field is left.
 */
export function useLateValue(value: string, take: (text: string, left: boolean) => boolean) {
  const [text, setText] = useState(value);
  const [seen, setSeen] = useState(value);
  const latest = useRef(take);
  latest.current = take;
  if (seen !== value) {
    setSeen(value);
    setText(value);
  }
  useEffect(() => {
    if (text === value) return;
    const timer = setTimeout(() => latest.current(text, false), PAUSE);
    return () => clearTimeout(timer);
  }, [text, value]);
  const finish = () => {
    if (text !== value && !take(text, true)) setText(value);
  };
  return {
    value: text,
    onChange: ({ currentTarget }: ChangeEvent<HTMLInputElement>) => setText(currentTarget.value),
    onBlur: finish,
    onKeyDown: ({ key }: KeyboardEvent) => key === 'Enter' && finish(),
  };
}
