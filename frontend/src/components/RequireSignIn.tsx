import { Navigate, useLocation } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useSession } from '@/lib/session';
import { Skeletons } from './Skeletons';

/** For pages of members only: sends visitors to sign in, and back here. */
export function RequireSignIn({ children }: { children: ReactNode }) {
  const { status } = useSession();
  const { href } = useLocation();
  if (status === 'in') return children;
  return status === 'out' ? <Navigate to="/sign-in" search={{ next: href }} replace /> : <Skeletons />;
}
