import { type ReactNode, useEffect, useId, useRef } from 'react';
import { Button } from './Button';
import classes from './TwoVersions.module.css';

interface Props {
  title: ReactNode;
  /** What differs, for who has to choose. */
  children: ReactNode;
  /** The two ways on: what they are called. */
  mine: ReactNode;
  theirs: ReactNode;
  /** Left out as long as there is nothing to choose. */
  onChoice?: (whose: 'mine' | 'theirs') => void;
}

/** Somebody else has changed the same: shows both, and lets the writer choose. */
export function TwoVersions({ title, children, mine, theirs, onChoice }: Props) {
  const id = useId();
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  return (
    <section className={classes.notice} aria-labelledby={id}>
      <h2 id={id} ref={heading} tabIndex={-1}>
        {title}
      </h2>
      {children}
      {onChoice && (
        <div className="row">
          <Button onClick={() => onChoice('mine')}>{mine}</Button>
          <Button variant="default" onClick={() => onChoice('theirs')}>
            {theirs}
          </Button>
        </div>
      )}
    </section>
  );
}
