import { Trans, useLingui } from '@lingui/react/macro';
import { IconMail } from '@tabler/icons-react';
import { PageTitle } from '@/components/PageTitle';

/** What to do now that a mail is on its way. The same whether or not the address has an account. */
export function CheckYourMail({ address }: { address: string }) {
  const { t } = useLingui();
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
    </div>
  );
}
