import { type FocusEvent, type KeyboardEvent, type ReactNode, Suspense, useId, useRef, useState } from 'react';
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
  /** What is in it may be a script of its own: it comes once somebody reaches for the button. */
  const [wanted, setWanted] = useState(false);
  const want = () => setWanted(true);
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
    <div className={classes.menu} onBlur={leave} onKeyDown={escape} onPointerEnter={want} onFocus={want}>
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
        onClick={() => {
          setOpened(false);
          // the choice goes with the menu: the focus does not
          button.current?.focus();
        }}
      >
        {(wanted || opened) && <Suspense>{children}</Suspense>}
      </div>
    </div>
  );
}
