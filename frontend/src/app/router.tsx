import { createRouter } from '@tanstack/react-router';
import { NotFound } from '@/components/NotFound';
import { expectHeading } from '@/lib/navigation';
import { PageError } from './PageError';
import { routeTree } from './routeTree.gen';

export const router = createRouter({
  routeTree,
  defaultPreload: 'intent',
  // the cache answers what a preloaded page asks
  defaultPreloadStaleTime: 0,
  defaultNotFoundComponent: NotFound,
  defaultErrorComponent: PageError,
  scrollRestoration: true,
});

router.subscribe('onBeforeNavigate', ({ pathChanged, fromLocation }) => {
  if (pathChanged && fromLocation) expectHeading();
});

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router;
  }
}
