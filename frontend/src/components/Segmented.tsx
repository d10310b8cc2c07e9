import { useState } from 'react';
import classes from './Segmented.module.css';

interface Props<T extends string> {
  /** What is chosen here, for screen readers. */
  label: string;
  value: T;
  options: readonly (readonly [value: T, name: string])[];
  onChange: (value: T) => void;
}

/** One choice of a few, all in view: the order of a list. The choice is painted before what follows from it is done. */
export function Segmented<T extends string>({ label, value, options, onChange }: Props<T>) {
  const [chosen, setChosen] = useState({ value, from: value });
  // also when one comes back to where the choice was made
  if (chosen.from !== value) setChosen({ value, from: value });
  const choose = (option: T) => {
    setChosen({ value: option, from: value });
    requestAnimationFrame(() => setTimeout(() => onChange(option)));
  };
  return (
    <div role="group" aria-label={label} className={classes.group}>
      {options.map(([option, name]) => (
        <button key={option} type="button" aria-pressed={option === chosen.value} onClick={() => choose(option)}>
          {name}
        </button>
      ))}
    </div>
  );
}
