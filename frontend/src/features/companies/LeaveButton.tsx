import { Trans, useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import { Button } from '@/components/Button';
import { ConfirmDialog } from '@/components/ConfirmDialog';
import { graphql } from '@/gql';
import { useCompany } from '@/lib/company';
import { useAction } from '@/lib/use-action';
import { useReloadViewer } from '@/lib/use-reload-viewer';

const LeaveCompany = graphql(`
  mutation LeaveCompany($input: CompanyIdInput!) {
    leaveCompany(input: $input) {
      ok
    }
  }
`);

/** For members: the way out of the community. */
export function LeaveButton() {
  const { t } = useLingui();
  const { id, name } = useCompany();
  const [asking, setAsking] = useState(false);
  const leave = useAction(LeaveCompany);
  const reload = useReloadViewer();
  const confirm = async () => {
    const done = await leave.run({ input: { companyId: id } });
    setAsking(false);
    if (done) await reload();
  };
  return (
    <>
      <Button variant="subtle" color="gray" onClick={() => setAsking(true)}>
        <Trans>Leave this community</Trans>
      </Button>
      <ConfirmDialog
        opened={asking}
        busy={leave.busy}
        title={t`Leave ${name}?`}
        confirmLabel={t`Leave`}
        onClose={() => setAsking(false)}
        onConfirm={() => void confirm()}
      >
        <Trans>Your ideas, votes and comments stay. You can come back as long as the community is open to you.</Trans>
      </ConfirmDialog>
    </>
  );
}
