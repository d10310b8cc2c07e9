import type { MessageDescriptor } from '@lingui/core';
import { msg } from '@lingui/core/macro';
import { Trans, useLingui } from '@lingui/react/macro';
import type { AppealState, OwnAppealFragment } from '@/gql/graphql';
import { useFormat } from '@/lib/format';
import classes from '../Redress.module.css';

const STATE: Record<AppealState, MessageDescriptor> = {
  OPEN: msg`Your appeal waits for somebody who did not make the decision.`,
  UPHELD: msg`Your appeal was turned down: the decision stays.`,
  OVERTURNED: msg`Your appeal was right: the decision was taken back.`,
};

const TONE: Record<AppealState, string | undefined> = { OPEN: undefined, UPHELD: 'declined', OVERTURNED: 'done' };

/** What was said against a decision, and what became of it. */
export function Appeal({ appeal }: { appeal: OwnAppealFragment }) {
  const { i18n } = useLingui();
  const format = useFormat();
  const { state, text, attachments, createdAt, dueAt, decidedAt, reasons } = appeal;
  return (
    <section className={classes.card} id="appeal">
      <h2>
        <Trans>Your appeal</Trans>
      </h2>
      <div className={classes.state} data-tone={TONE[state]} role="status" style={{ margin: 0 }}>
        <p>
          <strong>{i18n._(STATE[state])}</strong>{' '}
          {state === 'OPEN' ? (
            <Trans>You should have an answer by {format.date(dueAt)}.</Trans>
          ) : (
            decidedAt && <Trans>Decided on {format.date(decidedAt)}.</Trans>
          )}
        </p>
      </div>
      {reasons && (
        <div className={classes.part} data-part="FACTS">
          <h3>
            <Trans>The reasons</Trans>
          </h3>
          <p>{reasons}</p>
        </div>
      )}
      <div className={classes.part}>
        <h3>
          <Trans>What you wrote on {format.date(createdAt)}</Trans>
        </h3>
        <p>{text}</p>
      </div>
      {attachments.length > 0 && (
        <ul className={classes.files}>
          {attachments.map(({ id, filename, url }) => (
            <li key={id}>
              <a href={url} target="_blank" rel="noreferrer">
                {filename}
              </a>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
