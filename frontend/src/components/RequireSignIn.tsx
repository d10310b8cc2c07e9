import { useLocation } from '@tanstack/react-router';
import { type ReactNode, useState } from 'react';
import { useSession } from '@/lib/session';
import { Redirect } from './Redirect';
import { Skeletons } from './Skeletons';

/** For pages of members only: sends visitors to sign in, and back here. */
export function RequireSignIn({ children }: { children: ReactNode }) {
  const { status } = useSession();
  // where one is while the sign-in page is on its way is not where one wants to come back to
  const [here] = useState(useLocation().href);
  if (status === 'in') return children;
  return status === 'out' ? <Redirect href={`/sign-in?next=${encodeURIComponent(here)}`} /> : <Skeletons />;
}
