import { type ReactNode, useEffect, useRef } from 'react';
import { focusHeading } from '@/lib/navigation';
import { usePageTitle } from '@/lib/use-page-title';
import classes from './PageTitle.module.css';

interface Props {
  /** The page's h1. */
  children: string;
  /** The tab's title, where it is not the heading. */
  tab?: string;
  /** A sentence below. */
  lead?: ReactNode;
  /** Buttons at the end of the line. */
  actions?: ReactNode;
  lang?: string;
}

/** A page's one h1: names the tab, and takes the focus when somebody has come here from another page. */
export function PageTitle({ children, tab, lead, actions, lang }: Props) {
  const heading = useRef<HTMLHeadingElement>(null);
  usePageTitle(tab ?? children);
  useEffect(() => {
    if (heading.current) focusHeading(heading.current);
  }, [children]);
  return (
    <div className={classes.head}>
      <div className={classes.words}>
        <h1 ref={heading} tabIndex={-1} lang={lang} className={classes.title}>
          {children}
        </h1>
        {lead && <p className={classes.lead}>{lead}</p>}
      </div>
      {actions && <div className={classes.actions}>{actions}</div>}
    </div>
  );
}
