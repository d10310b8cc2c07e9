import { Trans } from '@lingui/react/macro';
import { IconPlus } from '@tabler/icons-react';
import { ButtonLink } from '@/components/ButtonLink';
import { useCompany } from '@/lib/company';
import { useFormat } from '@/lib/format';
import { useSession } from '@/lib/session';
import classes from './ChallengePage.module.css';
import { type Challenge, nextSubmission } from './challenge-page';

/** Whether the viewer can begin to write: visitors sign in when they send it. */
export function useMayShare({ currentPhase, viewerCan }: Challenge): boolean {
  const { status } = useSession();
  const company = useCompany();
  if (viewerCan.submit) return true;
  return Boolean(currentPhase?.maySubmit) && (status === 'out' || company.viewerCan.join);
}

/** The way to write an idea: in the page's head, and under the thumb on phones. */
export function ShareIdea({ challenge, floating = false }: { challenge: Challenge; floating?: boolean }) {
  const { slug } = useCompany();
  return (
    <ButtonLink
      to="/$slug/c/$challengeSlug/new"
      params={{ slug, challengeSlug: challenge.slug }}
      className={floating ? classes.share : undefined}
      leftSection={<IconPlus size={18} aria-hidden />}
    >
      <Trans>Share an idea</Trans>
    </ButtonLink>
  );
}

/** Why no idea can be sent now, and when it can. */
export function SharingClosed({ challenge }: { challenge: Challenge }) {
  const format = useFormat();
  const { state, currentPhase, closeReason } = challenge;
  const again = nextSubmission(challenge);
  if (currentPhase?.maySubmit || state === 'DRAFT') return null;
  if (state === 'CLOSED' || state === 'ARCHIVED')
    return (
      <p className={classes.closed}>
        <Trans>This challenge has ended: thank you to everybody who took part.</Trans> {closeReason}
      </p>
    );
  return (
    <p className={classes.closed}>
      {again ? (
        <Trans>New ideas are welcome from {format.dateTime(again)}.</Trans>
      ) : (
        <Trans>No more ideas are taken: now it is about those that are here.</Trans>
      )}
    </p>
  );
}
