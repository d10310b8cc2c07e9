import { EmptyState } from './EmptyState';
import { PageTitle } from './PageTitle';

interface Props {
  title: string;
  /** Whom it is for. */
  why: string;
}

/** What everybody else finds at a page of staff. */
export const OnlyManagers = ({ title, why }: Props) => (
  <>
    <PageTitle>{title}</PageTitle>
    <EmptyState title={why} />
  </>
);
