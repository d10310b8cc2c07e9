import { commonHeaders, deadline, type GraphqlAnswer } from '../http';
import { reached, unreached } from '../offline';
import { freshToken, lastViewer, renewToken } from '../session';

/** What changes something outlives the page that sent it, as a vote before one closes it. Browsers allow 64 KiB in all. */
const outlives = (body: unknown): boolean =>
  typeof body === 'string' && body.length < 2048 && body.includes('"query":"mutation ');

const send = (input: RequestInfo | URL, init: RequestInit, token: string | null): Promise<Response> => {
  const keepalive = init.keepalive || outlives(init.body);
  const headers = new Headers(init.headers);
  for (const [name, value] of Object.entries(commonHeaders())) headers.set(name, value);
  if (token) headers.set('authorization', `Bearer ${token}`);
  return fetch(input, { ...init, headers, keepalive, signal: deadline(init.signal) });
};

const isUnauthenticated = (text: string): boolean => {
  if (!text.includes('UNAUTHENTICATED')) return false;
  const { errors, code } = JSON.parse(text) as GraphqlAnswer<unknown> & { code?: string };
  return (
    code === 'UNAUTHENTICATED' || (errors?.some(({ extensions }) => extensions?.code === 'UNAUTHENTICATED') ?? false)
  );
};

/** fetch as the viewer: with a fresh token, and once more with a new one when the server no longer takes it. */
async function ask(input: RequestInfo | URL, init: RequestInit): Promise<Response> {
  const token = await freshToken();
  const response = await send(input, init, token);
  if (!token) return response;
  const text = await response.text();
  if (!isUnauthenticated(text)) return new Response(text, response);
  await renewToken(token);
  return send(input, init, await freshToken());
}

/** The same; what was read before is read again while there is no connection. Never what changes anything. */
export async function fetchAsViewer(input: RequestInfo | URL, init: RequestInit = {}): Promise<Response> {
  const { body, signal } = init;
  const query = 'caches' in globalThis && typeof body === 'string' && body.includes('"query":"query ') ? body : null;
  const viewer = lastViewer();
  try {
    const response = await ask(input, init);
    reached();
    if (query && response.ok) {
      const text = response.clone().text();
      // what cannot be kept, as an answer that nobody waits for any more, is not
      Promise.all([import('./seen'), text])
        .then(([{ keep }, answer]) => keep(viewer, query, answer, () => viewer === lastViewer()))
        .catch(() => undefined);
    }
    return response;
  } catch (error) {
    if (!query || signal?.aborted) throw error;
    const { find } = await import('./seen');
    const seen = await find(viewer, query);
    unreached(seen?.at ?? null);
    if (!seen) throw error;
    return seen.response;
  }
}
