import type { MessageDescriptor } from '@lingui/core';
import { Trans, useLingui } from '@lingui/react/macro';
import type { OwnAppealFragment } from '@/gql/graphql';
import { useFormat } from '@/lib/format';
import classes from './Redress.module.css';

type Told = Pick<OwnAppealFragment, 'state' | 'text' | 'createdAt' | 'dueAt' | 'decidedAt' | 'reasons'>;

const TONE: Record<Told['state'], string | undefined> = { OPEN: undefined, UPHELD: 'declined', OVERTURNED: 'done' };

/** What somebody said against a decision, where that stands, and the answer. */
export function Course({ of, says }: { of: Told; says: Record<Told['state'], MessageDescriptor> }) {
  const { i18n } = useLingui();
  const format = useFormat();
  const { state, text, createdAt, dueAt, decidedAt, reasons } = of;
  return (
    <>
      <div className={classes.state} data-tone={TONE[state]} role="status" style={{ margin: 0 }}>
        <p>
          <strong>{i18n._(says[state])}</strong>{' '}
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
    </>
  );
}
