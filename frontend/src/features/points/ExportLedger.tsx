import { Trans, useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import { Button } from '@/components/Button';
import { useCompany } from '@/lib/company';
import { download } from '@/lib/csv';
import { fetchAsViewer } from '@/lib/graphql/fetch';
import { toast, toastError } from '@/lib/toasts';

/** Every movement of points as a file. */
export function ExportLedger() {
  const { t } = useLingui();
  const { id: companyId, slug } = useCompany();
  const [busy, setBusy] = useState(false);
  const take = async () => {
    setBusy(true);
    try {
      const response = await fetchAsViewer('/exports/ledger', {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ companyId }),
      });
      if (!response.ok) throw new Error(String(response.status));
      download(`points-${slug}.csv`, await response.text());
      toast(t`The file is there. That you took it is noted here, too.`, { tone: 'success' });
    } catch {
      toastError(t`The file could not be made. Try again in a moment.`);
    }
    setBusy(false);
  };
  return (
    <Button variant="default" loading={busy} onClick={() => void take()}>
      <Trans>Export as CSV</Trans>
    </Button>
  );
}
