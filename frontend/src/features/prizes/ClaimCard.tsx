import { Trans, useLingui } from '@lingui/react/macro';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { Button } from '@/components/Button';
import { ConfirmDialog } from '@/components/ConfirmDialog';
import { useFormat } from '@/lib/format';
import { fromApiLocale, langOf } from '@/lib/i18n';
import type { MyPartProps } from '@/lib/part-props';
import { toast } from '@/lib/toasts';
import { useAction } from '@/lib/use-action';
import { AcceptDialog } from './AcceptDialog';
import { ArrivedDialog } from './ArrivedDialog';
import { ConfirmPrize, DeclinePrize, type MyClaim } from './documents';
import classes from './Prizes.module.css';
import { useClaimStates, useWorth } from './words';

interface Props {
  claim: MyClaim;
  company: MyPartProps['company'];
  /** It has changed meanwhile. */
  onStale: () => void;
}

/** One prize: for what, what happens next, and what one can do. */
export function ClaimCard(props: Props) {
  const { claim, company } = props;
  const states = useClaimStates();
  const { state, winner, challenge } = claim;
  const worth = useWorth();
  const [theirs, whole] = [worth(claim), worth(winner.prize)];
  const language = challenge ? fromApiLocale(challenge.language) : undefined;
  return (
    <article className={`surface ${classes.panel}`} aria-labelledby={`claim-${claim.id}`}>
      <h3 id={`claim-${claim.id}`} lang={language}>
        {winner.prize.title}
        {theirs && (
          <span className={classes.worth}>
            {' · '}
            {theirs === whole ? (
              theirs
            ) : (
              <Trans>
                {theirs}, your part of {whole}
              </Trans>
            )}
          </span>
        )}
      </h3>
      <p className="dimmed">
        {winner.idea && (
          <>
            <Link to="/i/$ideaId" params={{ ideaId: winner.idea.id }} lang={langOf(winner.idea.language)}>
              {winner.idea.title}
            </Link>
            {' · '}
          </>
        )}
        {challenge ? (
          <Link
            to="/$slug/c/$challengeSlug"
            params={{ slug: company.slug, challengeSlug: challenge.slug }}
            lang={language}
          >
            {challenge.title}
          </Link>
        ) : (
          <Trans>a challenge that only members see</Trans>
        )}
      </p>
      <span className={classes.state} data-state={state}>
        {states[state]}
      </span>
      <blockquote className={classes.reason} lang={language}>
        {winner.reason}
      </blockquote>
      <Next {...props} />
    </article>
  );
}

/** What happens next, in plain words, and the way to it. */
function Next({ claim, company, onStale }: Props) {
  const format = useFormat();
  const { name } = company;
  const due = format.date(claim.dueAt);
  switch (claim.state) {
    case 'PENDING':
      return (
        <>
          <p>
            <Trans>It is yours if you accept it by {due}. After that, another idea may win it.</Trans>
          </p>
          <Acts claim={claim} company={company} onStale={onStale} />
        </>
      );
    case 'ACCEPTED':
      return (
        <>
          <p>
            {claim.unreadable ? (
              <Trans>Where it goes cannot be read any more: the key to it is lost. Please say it again.</Trans>
            ) : (
              <Trans>{name} has what is needed and sees to it. You are told when it is on its way.</Trans>
            )}
          </p>
          <Acts claim={claim} company={company} onStale={onStale} />
        </>
      );
    case 'SENT':
      return <Sent claim={claim} onStale={onStale} />;
    case 'RECEIVED':
      return claim.kind === 'POINTS' ? (
        <p>
          <Trans>The points are in your account.</Trans>
        </p>
      ) : null;
    case 'LAPSED':
      return (
        <p>
          <Trans>It could be accepted until {due}. After that, the company may choose another winner.</Trans>
        </p>
      );
    case 'REVOKED':
      return (
        <p>
          <Trans>
            Moderators removed the idea, so the prize is not yours. If you appeal and are right, it is again.
          </Trans>
        </p>
      );
    default:
      return null;
  }
}

function Acts({ claim, company, onStale }: Props) {
  const { t } = useLingui();
  const [asking, setAsking] = useState<'accept' | 'decline' | null>(null);
  const { run, busy } = useAction(DeclinePrize);
  const { id: claimId, version, state, unreadable } = claim;
  const decline = async () => {
    if (busy) return;
    setAsking(null);
    if (await run({ input: { claimId, version } })) toast(t`You have declined the prize.`);
    else onStale();
  };
  return (
    <div className="row">
      {(state === 'PENDING' || unreadable) && (
        <Button onClick={() => setAsking('accept')}>
          <Trans>Accept the prize</Trans>
        </Button>
      )}
      <Button variant="subtle" loading={busy} onClick={() => setAsking('decline')}>
        <Trans>I do not want it</Trans>
      </Button>
      {asking === 'accept' && (
        <AcceptDialog claim={claim} company={company} onStale={onStale} onClose={() => setAsking(null)} />
      )}
      <ConfirmDialog
        opened={asking === 'decline'}
        title={t`Decline the prize?`}
        confirmLabel={t`Decline it`}
        cancelLabel={t`Leave it`}
        onConfirm={() => void decline()}
        onClose={() => setAsking(null)}
      >
        <Trans>
          Another idea may win it then. That your idea has won stays. What you said of where to send it is erased.
        </Trans>
      </ConfirmDialog>
    </div>
  );
}

function Sent({ claim, onStale }: Pick<Props, 'claim' | 'onStale'>) {
  const { t } = useLingui();
  const format = useFormat();
  const [asking, setAsking] = useState(false);
  const { run, busy } = useAction(ConfirmPrize);
  const { id: claimId, version, sentAt, tracking, unreadable } = claim;
  const date = sentAt ? format.date(sentAt) : '';
  const confirm = async () => {
    if (busy) return;
    setAsking(false);
    if (await run({ input: { claimId, version } }))
      toast(t`Enjoy it! Where it was sent is erased.`, { tone: 'success' });
    else onStale();
  };
  return (
    <>
      <p>
        <Trans>It was sent or paid on {date}.</Trans>
      </p>
      {tracking && <p className={classes.address}>{tracking}</p>}
      {unreadable && (
        <p>
          <Trans>How to find it cannot be shown any more: the key to it is lost.</Trans>
        </p>
      )}
      <div className="row">
        <Button loading={busy} onClick={() => setAsking(true)}>
          <Trans>It has arrived</Trans>
        </Button>
      </div>
      <ArrivedDialog opened={asking} onConfirm={() => void confirm()} onClose={() => setAsking(false)} />
    </>
  );
}
