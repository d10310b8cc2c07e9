import type { ReactNode } from 'react';
import classes from './SaveBar.module.css';

interface Props {
  unsaved: boolean;
  /** it holds fields, too: on a phone it stays where it is then */
  tall?: boolean;
  children: ReactNode;
}

/** What saves a form; always in view while there is something to save. */
export const SaveBar = ({ unsaved, tall, children }: Props) => (
  <div className={classes.bar} data-unsaved={unsaved || undefined} data-tall={tall || undefined}>
    {children}
  </div>
);
