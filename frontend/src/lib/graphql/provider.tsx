import { type ReactNode, useMemo } from 'react';
import { Provider } from 'urql';
import { useSession } from '../session';
import { createClient } from './client';

/** Gives the pages a client, and a new one, with nothing remembered, when somebody else looks. */
export function GraphqlProvider({ children }: { children: ReactNode }) {
  const { epoch } = useSession();
  const client = useMemo(createClient, [epoch]);
  return (
    <Provider key={epoch} value={client}>
      {children}
    </Provider>
  );
}
