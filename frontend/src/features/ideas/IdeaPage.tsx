import type { ReactNode } from 'react';
import { PageTitle } from '@/components/PageTitle';

interface Props {
  ideaId: string;
  /** The comments: another feature's. */
  discussion: ReactNode;
}

export function IdeaPage({ ideaId, discussion }: Props) {
  return (
    <>
      <PageTitle>{ideaId}</PageTitle>
      {discussion}
    </>
  );
}
