import { Trans } from '@lingui/react/macro';
import { useEffect, useRef, useState } from 'react';
import type { CombinedError } from 'urql';
import { toProblem } from '@/lib/errors';
import { Button } from './Button';

interface Props {
  hasNext: boolean;
  loadMore: () => void;
  loadingMore: boolean;
  /** Why the last try brought nothing. */
  moreError?: CombinedError;
}

/** The end of a list that has more, or that could not be read again. Takes what `usePages` gives. */
export function LoadMore({ hasNext, loadMore, loadingMore, moreError }: Props) {
  const [used, setUsed] = useState(false);
  const end = useRef<HTMLParagraphElement>(null);
  const more = hasNext || moreError;
  useEffect(() => {
    // the button that had the focus is gone
    if (!more && document.activeElement === document.body) end.current?.focus();
  }, [more]);
  if (!more)
    return used ? (
      <p ref={end} tabIndex={-1} className="hidden">
        <Trans>That is all.</Trans>
      </p>
    ) : null;
  const load = () => {
    setUsed(true);
    loadMore();
  };
  return (
    <>
      {moreError && <p role="alert">{toProblem(moreError).message}</p>}
      <p>
        <Button variant="default" fullWidth onClick={load} loading={loadingMore}>
          {moreError ? <Trans>Try again</Trans> : <Trans>Show more</Trans>}
        </Button>
      </p>
    </>
  );
}
