import { Trans } from '@lingui/react/macro';
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
export const LoadMore = ({ hasNext, loadMore, loadingMore, moreError }: Props) =>
  hasNext || moreError ? (
    <>
      {moreError && <p role="alert">{toProblem(moreError).message}</p>}
      <p>
        <Button variant="default" fullWidth onClick={loadMore} loading={loadingMore}>
          {moreError ? <Trans>Try again</Trans> : <Trans>Show more</Trans>}
        </Button>
      </p>
    </>
  ) : null;
