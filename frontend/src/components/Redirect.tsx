import { useNavigate } from '@tanstack/react-router';
import { useEffect } from 'react';

/** Leads on to another path of this site, once, however often the page around it is drawn. */
export function Redirect({ href }: { href: string }) {
  const navigate = useNavigate();
  useEffect(() => void navigate({ href, replace: true }), [navigate, href]);
  return null;
}
