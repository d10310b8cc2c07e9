import type { MessageDescriptor } from '@lingui/core';
import { msg } from '@lingui/core/macro';
import { Trans, useLingui } from '@lingui/react/macro';
import type { AppealState, OwnComplaintFragment } from '@/gql/graphql';
import { useFormat } from '@/lib/format';
import classes from '../Redress.module.css';

const STATE: Record<AppealState, MessageDescriptor> = {
  OPEN: msg`Your complaint waits for somebody who did not decide before.`,
  UPHELD: msg`Your complaint was turned down: it stays as it is.`,
  OVERTURNED: msg`Your complaint was right: it was opened again, for a new decision.`,
};

const TONE: Record<AppealState, string | undefined> = { OPEN: undefined, UPHELD: 'declined', OVERTURNED: 'done' };

/** What was said against that something stays, and what became of it. */
export function ComplaintState({ complaint }: { complaint: OwnComplaintFragment }) {
  const { i18n } = useLingui();
  const format = useFormat();
  const { state, text, createdAt, dueAt, decidedAt, reasons } = complaint;
  return (
    <section>
      <h2>
        <Trans>Your complaint</Trans>
      </h2>
      <div className={classes.state} data-tone={TONE[state]} style={{ margin: 0 }}>
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
    </section>
  );
}
