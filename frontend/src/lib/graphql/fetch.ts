import { commonHeaders, deadline, type GraphqlAnswer } from '../http';
import { freshToken, renewToken } from '../session';

const send = (input: RequestInfo | URL, init: RequestInit, token: string | null): Promise<Response> => {
  const headers = new Headers(init.headers);
  for (const [name, value] of Object.entries(commonHeaders())) headers.set(name, value);
  if (token) headers.set('authorization', `Bearer ${token}`);
  return fetch(input, { ...init, headers, signal: deadline(init.signal) });
};

const isUnauthenticated = (text: string): boolean => {
  if (!text.includes('UNAUTHENTICATED')) return false;
  const { errors, code } = JSON.parse(text) as GraphqlAnswer<unknown> & { code?: string };
  return (
    code === 'UNAUTHENTICATED' || (errors?.some(({ extensions }) => extensions?.code === 'UNAUTHENTICATED') ?? false)
  );
};

/** fetch as the viewer: with a fresh token, and once more with a new one when the server no longer takes it. */
export async function fetchAsViewer(input: RequestInfo | URL, init: RequestInit = {}): Promise<Response> {
  const token = await freshToken();
  const response = await send(input, init, token);
  if (!token) return response;
  const text = await response.text();
  if (!isUnauthenticated(text)) return new Response(text, response);
  await renewToken(token);
  return send(input, init, await freshToken());
}
