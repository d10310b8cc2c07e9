import { Trans, useLingui } from '@lingui/react/macro';
import { IconMail } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { Button } from '@/components/Button';
import { PageTitle } from '@/components/PageTitle';
import { toast } from '@/lib/toasts';

interface Props {
  address: string;
  /** Sends it once more; answers null where that was refused. */
  again: () => Promise<unknown>;
  busy: boolean;
  /** Where the person wanted to go. */
  next?: string;
}

/** What to do now that a mail is on its way. The same whether or not the address has an account. */
export function CheckYourMail({ address, again, busy, next }: Props) {
  const { t } = useLingui();
  const send = async () => {
    if (await again()) toast(t`The mail is on its way.`);
  };
  return (
    <div className="narrow">
      <IconMail size={40} aria-hidden />
      <PageTitle>{t`Check your mail`}</PageTitle>
      <p>
        <Trans>
          We have written to <strong>{address}</strong>. Open the link in that mail to go on.
        </Trans>
      </p>
      <p className="dimmed">
        <Trans>Nothing there after a few minutes? Look among the unwanted mail, and check the address.</Trans>
      </p>
      <Button variant="default" loading={busy} onClick={() => void send()}>
        <Trans>Send it again</Trans>
      </Button>
      <p>
        <Trans>
          Opened it on another device?{' '}
          <Link to="/sign-in" search={{ next }}>
            Sign in here
          </Link>
        </Trans>
      </p>
    </div>
  );
}
