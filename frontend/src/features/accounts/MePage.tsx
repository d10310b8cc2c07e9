import type { ReactNode } from 'react';
import { PageTitle } from '@/components/PageTitle';

interface Props {
  tab: 'ideas' | 'profile' | 'account';
  ideas: ReactNode;
}

export function MePage({ ideas }: Props) {
  return (
    <>
      <PageTitle>MePage</PageTitle>
      {ideas}
    </>
  );
}
