import { useLingui } from '@lingui/react/macro';
import type { MouseEvent, ReactNode } from 'react';
import { useCompany } from '@/lib/company';
import { download } from '@/lib/csv';
import { fetchAsViewer } from '@/lib/graphql/fetch';
import { toastError } from '@/lib/toasts';

interface Props {
  name: string;
  period?: string;
  children: ReactNode;
}

/** A file of the log. Of a private company's its members have to say who they are, which a mere address does not. */
export function FileLink({ name, period, children }: Props) {
  const { t } = useLingui();
  const { slug, visibility } = useCompany();
  const href = `/${slug}/log/${name}${period ? `?period=${period}` : ''}`;
  const take = async (event: MouseEvent) => {
    event.preventDefault();
    const response = await fetchAsViewer(href).catch(() => null);
    if (response?.ok) download(`${slug}-${name}`, await response.text(), 'application/octet-stream');
    else toastError(t`The file could not be had. Try again in a moment.`);
  };
  return (
    <a href={href} download onClick={visibility === 'PUBLIC' ? undefined : (event) => void take(event)}>
      {children}
    </a>
  );
}
