import { Trans } from '@lingui/react/macro';
import { useId, useLayoutEffect, useRef, useState } from 'react';
import { Button } from '@/components/Button';
import { Markdown } from '@/components/Markdown';
import classes from './ChallengePage.module.css';
import type { Challenge } from './challenge-page';

/** Lines hidden below this many pixels are not worth a button. */
const SLACK = 48;

/** What the company asks for. A long text opens on demand: the ideas should not be far below. */
export function ChallengeBrief({ challenge: { briefHtml, language } }: { challenge: Challenge }) {
  const id = useId();
  const box = useRef<HTMLDivElement>(null);
  const [long, setLong] = useState(true);
  const [opened, setOpened] = useState(false);
  useLayoutEffect(() => {
    const { current } = box;
    if (current) setLong(current.scrollHeight > current.clientHeight + SLACK);
  }, [briefHtml]);
  if (!briefHtml) return null;
  const clipped = long && !opened;
  return (
    <section className={classes.panel}>
      <h2 className="hidden">
        <Trans>The brief</Trans>
      </h2>
      <div id={id} ref={box} className={clipped ? classes.clip : undefined} onFocus={() => setOpened(true)}>
        <Markdown html={briefHtml} language={language} />
      </div>
      {long && (
        <Button
          className={classes.more}
          variant="subtle"
          aria-expanded={opened}
          aria-controls={id}
          onClick={() => setOpened(!opened)}
        >
          {opened ? <Trans>Show less</Trans> : <Trans>Read the whole brief</Trans>}
        </Button>
      )}
    </section>
  );
}
