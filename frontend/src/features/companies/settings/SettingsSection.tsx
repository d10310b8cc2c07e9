import type { ReactNode } from 'react';
import classes from './Settings.module.css';

interface Props {
  id: string;
  title: string;
  text?: string;
  children: ReactNode;
}

/** A part of the settings, with its name at the side on wide screens. */
export const SettingsSection = ({ id, title, text, children }: Props) => (
  <section id={id} className={classes.section} aria-labelledby={`${id}-title`}>
    <div>
      <h2 id={`${id}-title`}>{title}</h2>
      {text && <p className="dimmed">{text}</p>}
    </div>
    <div className={classes.fields}>{children}</div>
  </section>
);
