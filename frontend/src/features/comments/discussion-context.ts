import { createContext, useContext } from 'react';
import type { Locale } from '@/gql/graphql';

interface Discussion {
  ideaId: string;
  company: { id: string; slug: string; name: string; defaultLanguage: Locale };
  /** Says something to who cannot see the change. */
  announce: (message: string) => void;
}

const Context = createContext<Discussion | null>(null);

export const DiscussionProvider = Context.Provider;

/** What all parts of one discussion share. */
export function useDiscussion(): Discussion {
  const discussion = useContext(Context);
  if (!discussion) throw new Error('useDiscussion() outside of a discussion');
  return discussion;
}
