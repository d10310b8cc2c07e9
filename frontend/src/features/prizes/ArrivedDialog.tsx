import { Trans, useLingui } from '@lingui/react/macro';
import { ConfirmDialog } from '@/components/ConfirmDialog';

interface Props {
  opened: boolean;
  onConfirm: () => void;
  onClose: () => void;
}

/** Before it is said that a prize has arrived: what the delivery needed is gone then. */
export function ArrivedDialog(props: Props) {
  const { t } = useLingui();
  return (
    <ConfirmDialog {...props} title={t`Has the prize arrived?`} confirmLabel={t`Yes, it has arrived`}>
      <Trans>Where it was sent, and how to find it, is erased then. This cannot be undone.</Trans>
    </ConfirmDialog>
  );
}
