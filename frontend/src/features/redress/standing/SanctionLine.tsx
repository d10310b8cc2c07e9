import { Trans } from '@lingui/react/macro';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import type { SanctionKind, SanctionLineFragment } from '@/gql/graphql';
import { useFormat } from '@/lib/format';
import classes from '../Redress.module.css';

/** What one may not do. */
function borne(kind: SanctionKind, until: string | null): ReactNode {
  if (kind === 'SILENCE')
    return until ? <Trans>You cannot write here until {until}.</Trans> : <Trans>You cannot write here any more.</Trans>;
  if (kind === 'EXCLUSION')
    return until ? (
      <Trans>You take no part in rewards here until {until}.</Trans>
    ) : (
      <Trans>You take no part in rewards here any more.</Trans>
    );
  return until ? <Trans>You can only read here until {until}.</Trans> : <Trans>You can only read here.</Trans>;
}

/** What one may not do, until when, why, and what can be done about it. */
export function SanctionLine({ sanction }: { sanction: SanctionLineFragment }) {
  const format = useFormat();
  const { kind, endsAt, openBecause, decision } = sanction;
  const until = endsAt && format.dateTime(endsAt);
  const ground = decision.legalGround ?? decision.rule?.title;
  return (
    <div className={classes.state} data-tone="declined">
      <p>
        <strong>{borne(kind, until)}</strong> {ground && <Trans>Rule: {ground}</Trans>} {openBecause}
      </p>
      <p>
        <Link to="/decision/$decisionId" params={{ decisionId: decision.id }}>
          <Trans>See why, and appeal</Trans>
        </Link>
      </p>
    </div>
  );
}
