import { commonHeaders, type GraphqlAnswer } from '../http';
import { freshToken, refreshSession, session } from '../session';

async function send(input: RequestInfo | URL, init: RequestInit): Promise<Response> {
  const token = await freshToken();
  const headers = new Headers(init.headers);
  for (const [name, value] of Object.entries(commonHeaders())) headers.set(name, value);
  if (token) headers.set('authorization', `Bearer ${token}`);
  return fetch(input, { ...init, headers });
}

const isUnauthenticated = (text: string): boolean => {
  if (!text.includes('UNAUTHENTICATED')) return false;
  const { errors } = JSON.parse(text) as GraphqlAnswer<unknown>;
  return errors?.some(({ extensions }) => extensions?.code === 'UNAUTHENTICATED') ?? false;
};

/** fetch as the viewer: with a fresh token, and once more with a new one when the server no longer takes it. */
export async function fetchAsViewer(input: RequestInfo | URL, init: RequestInit = {}): Promise<Response> {
  const response = await send(input, init);
  if (session.get().status !== 'in') return response;
  const text = await response.text();
  if (!isUnauthenticated(text)) return new Response(text, response);
  await refreshSession();
  return send(input, init);
}
