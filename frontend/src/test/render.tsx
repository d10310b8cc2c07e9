import { i18n } from '@lingui/core';
import { I18nProvider } from '@lingui/react';
import {
  createMemoryHistory,
  createRootRoute,
  createRoute,
  createRouter,
  Outlet,
  RouterProvider,
  useLocation,
} from '@tanstack/react-router';
import { render } from '@testing-library/react';
import type { ReactElement } from 'react';
import { Toasts } from '@/components/Toasts';
import { GraphqlProvider } from '@/lib/graphql/provider';
import { startSession, type Viewer } from '@/lib/session';

/** The pieces an answer of the API is made of. */
export type Answer = { data?: unknown; errors?: unknown[] };
export type Api = Record<string, (variables: Record<string, never>) => Answer | Promise<Answer>>;

/** Answers GraphQL operations by their name. Gives back the names in the order they were asked. */
export function fakeApi(operations: Api): string[] {
  const asked: string[] = [];
  globalThis.fetch = jest.fn(async (_url, init) => {
    const { query, variables } = JSON.parse(String(init?.body)) as { query: string; variables: Record<string, never> };
    const name = /(?:query|mutation) (\w+)/.exec(query)?.[1] ?? '';
    asked.push(name);
    const answer = await operations[name]?.(variables);
    const body = JSON.stringify(answer ?? { errors: [{ message: `no answer for ${name}` }] });
    return new Response(body, { headers: { 'content-type': 'application/json' } });
  });
  return asked;
}

/** Ana is signed in, a member of these companies. */
export function signInAna(memberships: { role: string; company: { id: string } }[] = []): void {
  const viewer = { id: 'u1', displayName: 'Ana', memberships } as unknown as Viewer;
  startSession({ accessToken: 'token', expiresAt: '2999-01-01T00:00:00Z', viewer });
}

/** Says where one has got to. */
const At = () => <p>At {useLocation().pathname}</p>;

/** A part of a page, with everything around it that the real one has but the layout, and the pages that it leads to. */
export function renderPart(part: ReactElement, others: string[] = []) {
  const root = createRootRoute({ component: Outlet });
  const page = createRoute({ getParentRoute: () => root, path: '/', component: () => part });
  const signIn = createRoute({ getParentRoute: () => root, path: '/sign-in', component: () => <h1>Sign in</h1> });
  const more = others.map((path) => createRoute({ getParentRoute: () => root, path, component: At }));
  const router = createRouter({ routeTree: root.addChildren([page, signIn, ...more]), history: createMemoryHistory() });
  return render(
    <I18nProvider i18n={i18n}>
      <GraphqlProvider>
        <RouterProvider router={router as never} />
      </GraphqlProvider>
      <Toasts />
    </I18nProvider>,
  );
}
