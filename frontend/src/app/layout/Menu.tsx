import { type FocusEvent, type KeyboardEvent, type ReactNode, useId, useRef, useState } from 'react';
import classes from './Menu.module.css';

interface Props {
  /** What the button shows. */
  label: ReactNode;
  /** What it is called, where it shows no words. */
  name: string;
  children: ReactNode;
}

/** A button that shows a few links or choices. Closes on a choice, on Escape, and when the focus leaves it. */
export function Menu({ label, name, children }: Props) {
  const [opened, setOpened] = useState(false);
  const id = useId();
  const button = useRef<HTMLButtonElement>(null);
  const leave = ({ currentTarget, relatedTarget }: FocusEvent) => {
    if (!currentTarget.contains(relatedTarget as Node | null)) setOpened(false);
  };
  const escape = ({ key }: KeyboardEvent) => {
    if (key !== 'Escape' || !opened) return;
    setOpened(false);
    button.current?.focus();
  };
  return (
    <div className={classes.menu} onBlur={leave} onKeyDown={escape}>
      <button
        ref={button}
        type="button"
        className={classes.button}
        aria-label={name}
        aria-expanded={opened}
        aria-controls={id}
        onClick={() => setOpened(!opened)}
      >
        {label}
      </button>
      <div
        id={id}
        className={classes.items}
        hidden={!opened}
        // Safari gives buttons no focus on a click: without this the menu would close before the choice is heard
        onMouseDown={(event) => event.preventDefault()}
        onClick={() => setOpened(false)}
      >
        {children}
      </div>
    </div>
  );
}
