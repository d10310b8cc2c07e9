import { Trans, useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import { Button } from '@/components/Button';
import { useCompany } from '@/lib/company';
import { download } from '@/lib/csv';
import { fetchAsViewer } from '@/lib/graphql/fetch';
import { toast, toastError } from '@/lib/toasts';
import { toArguments } from './audit';
import type { AuditSearch } from './audit-search';

/** All of what is filtered, not only what is on screen, as a file. */
export function ExportButton({ search }: { search: AuditSearch }) {
  const { t } = useLingui();
  const { id: companyId, slug } = useCompany();
  const [busy, setBusy] = useState(false);
  const take = async () => {
    if (busy) return;
    setBusy(true);
    const failed = t`The file could not be made. Try again in a moment.`;
    try {
      const response = await fetchAsViewer('/exports/audit', {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ companyId, ...toArguments(search) }),
      });
      const text = await response.text();
      if (response.ok) {
        download(`audit-${slug}.csv`, text);
        toast(t`The file is there. That you took it is noted here, too.`, { tone: 'success' });
      } else toastError(messageIn(text) ?? failed);
    } catch {
      toastError(failed);
    }
    setBusy(false);
  };
  return (
    <Button variant="default" loading={busy} onClick={() => void take()}>
      <Trans>Export as CSV</Trans>
    </Button>
  );
}

/** What the server says of a refusal. */
function messageIn(text: string): string | null {
  try {
    return (JSON.parse(text) as { message?: string }).message ?? null;
  } catch {
    return null;
  }
}
