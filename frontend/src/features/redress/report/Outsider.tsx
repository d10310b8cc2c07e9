import { Trans, useLingui } from '@lingui/react/macro';
import { Link, useLocation } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { ButtonLink } from '@/components/ButtonLink';
import { ConfirmDialog } from '@/components/ConfirmDialog';
import type { Reportable, ReportPlace } from '@/lib/reporting';
import { useSession } from '@/lib/session';
import classes from './Report.module.css';

interface Props {
  item: Reportable;
  place: ReportPlace;
  choice: ReactNode;
  onClose: () => void;
}

/** To who is no member: how they can become one, and what they can do without. */
export function Outsider({
  item: { ideaId, attachmentId, commentId, userId },
  place: { slug, name },
  choice,
  onClose,
}: Props) {
  const { t } = useLingui();
  const { href } = useLocation();
  const { status } = useSession();
  return (
    <ConfirmDialog opened onClose={onClose} title={t`Report`} cancelLabel={t`Close`}>
      <div className={classes.body}>
        {choice}
        {status === 'in' ? (
          <p>
            <Trans>
              What breaks a rule of {name} is reported by its members. Join {name} on its page first.
            </Trans>
          </p>
        ) : (
          <>
            <p>
              <Trans>What breaks a rule of {name} is reported by its members.</Trans>
            </p>
            <div>
              <ButtonLink to="/sign-in" search={{ next: href }}>
                <Trans>Sign in</Trans>
              </ButtonLink>
            </div>
          </>
        )}
        <p>
          <Trans>Is it illegal?</Trans>{' '}
          <Link
            to="/$slug/notice"
            params={{ slug }}
            search={{ idea: ideaId, file: attachmentId, comment: commentId, member: userId }}
          >
            <Trans>Tell the moderators without an account</Trans>
          </Link>
        </p>
      </div>
    </ConfirmDialog>
  );
}
