import { Trans, useLingui } from '@lingui/react/macro';
import { type ReactNode, useId, useRef } from 'react';
import { Button } from '@/components/Button';
import { useQueueKeys } from '@/lib/use-queue-keys';
import { ACTS, useActName } from '../decide/acts';
import classes from './Queue.module.css';

/** What each key does. They work while the focus is in the queue. */
export function KeysHelp() {
  const { t } = useLingui();
  const id = useId();
  const sheet = useRef<HTMLDivElement>(null);
  const actName = useActName();
  useQueueKeys({ '?': () => sheet.current?.togglePopover() });
  const row = (keys: ReactNode, what: string) => (
    <div key={what}>
      <dt>{keys}</dt>
      <dd>{what}</dd>
    </div>
  );
  const key = (name: string) => (
    <kbd key={name} className={classes.key}>
      {name}
    </kbd>
  );
  return (
    <div className={classes.help}>
      <Button variant="subtle" size="compact" popoverTarget={id}>
        <Trans>Keys</Trans> {key('?')}
      </Button>
      <div ref={sheet} id={id} popover="auto" className={classes.sheet}>
        <p className="dimmed">{t`They work while the focus is in the queue.`}</p>
        <dl className={classes.keys}>
          {row([key('J'), key('K')], t`move`)}
          {ACTS.map((form) => row(key(form.key.toUpperCase()), actName(form.act)))}
          {row(key('Z'), t`undo`)}
          {row(key('X'), t`select`)}
          {row([key('⇧'), key('X')], t`select up to here`)}
          {row(key('B'), t`decide about the selected ones together`)}
          {row(key('O'), t`show what was written, in the calm view`)}
        </dl>
      </div>
    </div>
  );
}
