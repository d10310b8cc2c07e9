import { Trans } from '@lingui/react/macro';
import { Button } from './Button';

interface Props {
  hasNext: boolean;
  loadMore: () => void;
  loadingMore: boolean;
}

/** The end of a list that has more. Takes what `usePages` gives. */
export const LoadMore = ({ hasNext, loadMore, loadingMore }: Props) =>
  hasNext ? (
    <p>
      <Button variant="default" fullWidth onClick={loadMore} loading={loadingMore}>
        <Trans>Show more</Trans>
      </Button>
    </p>
  ) : null;
