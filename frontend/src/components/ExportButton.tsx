import { type ReactNode, useState } from 'react';
import { download } from '@/lib/csv';
import { fetchAsViewer } from '@/lib/graphql/fetch';
import { toast, toastError } from '@/lib/toasts';
import { Button } from './Button';

interface Props {
  /** Of the export, below /exports/. */
  name: string;
  /** Of what it is. */
  input: object;
  /** Of the company: the file is named by it. */
  slug: string;
  /** What is said once it is there, and where the server does not say why it is not. */
  done: string;
  failed: string;
  children: ReactNode;
}

/** All of a list, not only what is on screen, as a file. That somebody took it is noted by the server. */
export function ExportButton({ name, input, slug, done, failed, children }: Props) {
  const [busy, setBusy] = useState(false);
  const take = async () => {
    if (busy) return;
    setBusy(true);
    try {
      const response = await fetchAsViewer(`/exports/${name}`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify(input),
      });
      const text = await response.text();
      if (response.ok) {
        download(`${name}-${slug}.csv`, text);
        toast(done, { tone: 'success' });
      } else toastError(messageIn(text) ?? failed);
    } catch {
      toastError(failed);
    }
    setBusy(false);
  };
  return (
    <Button variant="default" loading={busy} onClick={() => void take()}>
      {children}
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
