import { graphql } from '@/gql';
import type { SessionStateFragment, ViewerStateFragment } from '@/gql/graphql';
import { endpoint, type GraphqlAnswer, post } from './http';
import { createStore, useStore } from './store';

export const ViewerState = graphql(`
  fragment ViewerState on Viewer {
    id
    email
    emailVerified
    pendingEmail
    displayName
    avatarUrl
    bio
    locale
    autoFollow
    memberships {
      id
      role
      company {
        id
        slug
        name
        logoUrl
        brandColor
      }
    }
  }
`);

export const SessionState = graphql(`
  fragment SessionState on SessionPayload {
    accessToken
    expiresAt
    viewer {
      ...ViewerState
    }
  }
`);

const RefreshSession = graphql(`
  mutation RefreshSession {
    refreshSession {
      ...SessionState
    }
  }
`);

export type Viewer = ViewerStateFragment;

/** `epoch` changes whenever somebody else looks at the page: all that was read before is then void. */
export interface Session {
  status: 'unknown' | 'in' | 'out';
  viewer: Viewer | null;
  epoch: number;
}

/** Whose session cookie this browser holds, so that signed-out visitors make no refresh call. */
const HINT = 'cocrea-session';
/** Who they are, for when there is no connection. */
const VIEWER = 'cocrea-viewer';
/** Where what was seen is kept for when there is no connection; pictures by the service worker. */
export const SEEN = 'cocrea-seen';
const PICTURES = 'cocrea-pictures';
/** A token about to expire is not worth sending. */
const MARGIN = 30_000;
const SHORTEST = 90_000;

export const session = createStore<Session>({ status: 'unknown', viewer: null, epoch: 0 });
export const useSession = (): Session => useStore(session);
export const useViewer = (): Viewer | null => useSession().viewer;

/** Tells when somebody else looks. */
export function onEpoch(tell: () => void): void {
  let { epoch } = session.get();
  session.subscribe(() => {
    const before = epoch;
    epoch = session.get().epoch;
    if (epoch !== before) tell();
  });
}

let token: { value: string; expiresAt: number } | null = null;
let refreshing: Promise<void> | null = null;

/** Who looked here last, also while nobody can be asked. */
export const lastViewer = (): string => localStorage.getItem(HINT) ?? 'visitor';

/** On a shared device nobody reads what somebody else has seen. */
function forgetSeen(): void {
  for (const name of [SEEN, PICTURES]) void globalThis.caches?.delete(name);
}

export function startSession(payload: SessionStateFragment): void {
  // a clock that runs ahead must not make each new token look old: the server refuses the ones that truly are
  const expiresAt = Math.max(new Date(payload.expiresAt).getTime(), Date.now() + SHORTEST);
  token = { value: payload.accessToken, expiresAt };
  if (lastViewer() !== payload.viewer.id) forgetSeen();
  localStorage.setItem(HINT, payload.viewer.id);
  localStorage.setItem(VIEWER, JSON.stringify(payload.viewer));
  const { viewer, epoch, status } = session.get();
  const somebodyElse = status !== 'unknown' && viewer?.id !== payload.viewer.id;
  session.set({ status: 'in', viewer: payload.viewer, epoch: somebodyElse ? epoch + 1 : epoch });
}

export function endSession(): void {
  token = null;
  if (localStorage.getItem(HINT)) forgetSeen();
  localStorage.removeItem(HINT);
  localStorage.removeItem(VIEWER);
  const { status, epoch } = session.get();
  session.set({ status: 'out', viewer: null, epoch: status === 'in' ? epoch + 1 : epoch });
}

/** Leaving on purpose: what was being written does not wait here for whoever comes next. */
export function leave(): void {
  endSession();
  for (const storage of [localStorage, sessionStorage])
    for (const key of Object.keys(storage))
      if (/^cocrea-(idea|edit|comment|answer|reply|appeal|notice|challenge|wish|loop)\//.test(key))
        storage.removeItem(key);
}

/** After the viewer's own data changed: profile, memberships. */
export function updateViewer(viewer: Viewer): void {
  if (session.get().viewer?.id === viewer.id) session.set({ ...session.get(), viewer });
}

async function askForSession(): Promise<void> {
  const response = await post(endpoint, RefreshSession);
  const answer = (await response.json()) as GraphqlAnswer<{ refreshSession: SessionStateFragment }>;
  if (answer.data?.refreshSession) return startSession(answer.data.refreshSession);
  if (answer.errors?.some(({ extensions }) => extensions?.code === 'UNAUTHENTICATED')) return endSession();
  throw new Error(answer.errors?.[0]?.message ?? `HTTP ${response.status}`);
}

/**
 * One refresh at a time, in all tabs together: the refresh token changes at each use, and using an old one again
 * ends the session.
 */
export function refreshSession(): Promise<void> {
  const exclusively = (work: () => Promise<void>) =>
    navigator.locks ? navigator.locks.request('cocrea-refresh', work) : work();
  refreshing ??= exclusively(askForSession).finally(() => (refreshing = null));
  return refreshing;
}

/** A token that is still good for a while, or null for a visitor. */
export async function freshToken(): Promise<string | null> {
  if (session.get().status === 'unknown' && !localStorage.getItem(HINT)) endSession();
  const stale = !token || token.expiresAt - Date.now() < MARGIN;
  if (session.get().status !== 'out' && stale) await refreshSession();
  return token?.value ?? null;
}

/** After the server refused a token: a new one, unless another request has fetched it meanwhile. */
export const renewToken = async (refused: string | null): Promise<void> => {
  if (refused === (token?.value ?? null)) await refreshSession();
};

/** Settles who is looking: called once, before anything is read. */
export function watchSession(): void {
  freshToken().catch((error) => {
    if (session.get().status !== 'unknown') return;
    // without a connection, what they saw is there to read; when the server fails, the page is shown as to a visitor
    const viewer = error instanceof TypeError ? localStorage.getItem(VIEWER) : null;
    session.set({ status: viewer ? 'in' : 'out', viewer: viewer ? (JSON.parse(viewer) as Viewer) : null, epoch: 0 });
  });
  addEventListener('storage', ({ key, newValue }) => {
    if (key !== HINT) return;
    if (newValue === null) endSession();
    else refreshSession().catch(() => undefined);
  });
  addEventListener('online', () => {
    if (!token && localStorage.getItem(HINT)) refreshSession().catch(() => undefined);
  });
}
