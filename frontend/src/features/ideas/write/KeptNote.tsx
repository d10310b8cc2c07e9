import { Trans } from '@lingui/react/macro';
import type { ReactNode } from 'react';
import type { Kept } from './use-draft';
import classes from './WritingPage.module.css';

const WORDS: Record<Kept, ReactNode> = {
  nowhere: <Trans>What you write is kept while you type.</Trans>,
  here: <Trans>Kept on this device.</Trans>,
  saving: <Trans>Saving…</Trans>,
  server: <Trans>Draft saved.</Trans>,
};

/** Where the text is safe. Not announced: it would interrupt the writing. */
export const KeptNote = ({ kept, children }: { kept: Kept; children?: ReactNode }) => (
  <p className={classes.kept}>
    {WORDS[kept]} {children}
  </p>
);
