import type { Client, Operation } from 'urql';
import { SEEN } from '../session';

const MOST = 150;
const LARGEST = 500_000;
const DAYS = 14;
const AT = 'x-kept-at';

/** By who looked and what was asked: nobody is answered what somebody else was. */
async function addressOf(viewer: string, body: string): Promise<string> {
  const hash = new Uint8Array(await crypto.subtle.digest('SHA-256', new TextEncoder().encode(body)));
  return `/seen/${viewer}/${Array.from(hash, (byte) => byte.toString(16).padStart(2, '0')).join('')}`;
}

/** Words that somebody types: what is answered to them is no page that they come back to. */
const TYPED = ['text', 'title', 'brief', 'color'];

function isPassing(body: string): boolean {
  const { variables } = JSON.parse(body) as { variables?: Record<string, unknown> };
  return TYPED.some((name) => variables?.[name]);
}

/** Keeps an answer of the API for when there is no connection, in place of the oldest if there are many. */
export async function keep(viewer: string, body: string, text: string, stillThere: () => boolean): Promise<void> {
  if (text.length > LARGEST || text.includes('"errors":') || isPassing(body)) return;
  const address = await addressOf(viewer, body);
  const cache = await caches.open(SEEN);
  const headers = { 'content-type': 'application/json', [AT]: String(Date.now()) };
  // who has left meanwhile leaves nothing behind
  if (!stillThere()) return;
  await cache.delete(address);
  await cache.put(address, new Response(text, { headers }));
  const oldestFirst = await cache.keys();
  await Promise.all(oldestFirst.slice(0, Math.max(0, oldestFirst.length - MOST)).map((old) => cache.delete(old)));
}

/** What this viewer was answered before, if that is not too long ago; and when. */
export async function find(viewer: string, body: string): Promise<{ response: Response; at: number } | null> {
  const cache = await caches.open(SEEN);
  const response = await cache.match(await addressOf(viewer, body));
  const at = Number(response?.headers.get(AT));
  return response && Date.now() - at < DAYS * 86_400_000 ? { response, at } : null;
}

/** Asks for what is shown once more, of a list for its first and its last page. Answers whether the server was reached. */
export async function readAgain(client: Client, operations: Operation[]): Promise<boolean> {
  const ask = ({ query, variables }: Operation) =>
    [variables, ...(variables?.after ? [{ ...variables, after: null }] : [])].map((asked) =>
      client.query(query, asked, { requestPolicy: 'network-only' }).toPromise(),
    );
  const answers = await Promise.all(operations.flatMap(ask));
  return answers.every(({ error }) => !error?.networkError);
}
