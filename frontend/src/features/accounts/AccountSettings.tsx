import { Trans, useLingui } from '@lingui/react/macro';
import { Button } from '@/components/Button';
import { graphql } from '@/gql';
import { leave, type Viewer } from '@/lib/session';
import { toast } from '@/lib/toasts';
import { sendUnsent } from '@/lib/unsent';
import { useAction } from '@/lib/use-action';
import { EmailForm } from './EmailForm';
import { EraseAccount } from './EraseAccount';
import { PasswordForm } from './PasswordForm';
import { useSafeLeaving } from './safe-leaving';

const SignOutEverywhere = graphql(`
  mutation SignOutEverywhere {
    signOutEverywhere {
      ok
    }
  }
`);

/** Address, password, sessions, and leaving for good. */
export function AccountSettings({ viewer }: { viewer: Viewer }) {
  const { t } = useLingui();
  const signOut = useAction(SignOutEverywhere);
  const leaveAll = async () => {
    await sendUnsent();
    if (!(await signOut.run({}))) return;
    leave();
    toast(t`You are signed out on all your devices.`);
  };
  const leaving = useSafeLeaving(leaveAll);
  return (
    <div className="stack">
      <EmailForm viewer={viewer} />
      <PasswordForm />
      <section className="form">
        <h2>
          <Trans>Devices</Trans>
        </h2>
        <p>
          <Trans>Lost a phone, or signed in on somebody else’s computer? End all sessions, this one too.</Trans>
        </p>
        <Button variant="default" loading={signOut.busy} onClick={leaving.begin}>
          <Trans>Sign out everywhere</Trans>
        </Button>
        {leaving.question}
      </section>
      <EraseAccount />
    </div>
  );
}
