import { useLingui } from '@lingui/react/macro';
import type { CombinedError } from 'urql';
import { toProblem } from '@/lib/errors';
import { EmptyState } from './EmptyState';
import { NotFound } from './NotFound';
import { Button } from './Button';

interface Props {
  error: CombinedError;
  retry?: () => void;
}

/** A page or list that could not be read: what happened, and a second try. */
export function ErrorState({ error, retry }: Props) {
  const { t } = useLingui();
  const { code, message, requestId } = toProblem(error);
  if (code === 'NOT_FOUND') return <NotFound />;
  return (
    <div role="alert">
      <EmptyState title={t`This could not be shown`} action={retry && <Button onClick={retry}>{t`Try again`}</Button>}>
        {message}
        {requestId && <small> ({requestId})</small>}
      </EmptyState>
    </div>
  );
}
