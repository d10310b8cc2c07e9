import { useMemo } from 'react';

/** What an address says, of a route that has not read it itself. */
export const useRead = <Search extends object>(
  read: (search: Record<string, unknown>) => Search,
  search: Search,
): Search => useMemo(() => read(search as Record<string, unknown>), [read, search]);
