import { type Client, type Sink, createClient } from 'graphql-ws';
import { endpoint } from '../http';
import { freshToken, session } from '../session';

/** A line that is dead without a word is found out by a question that nobody answers. */
const PING = 20_000;
const PATIENCE = 5_000;
const LONGEST_WAIT = 30_000;

const wait = (milliseconds: number) => new Promise<void>((resolve) => setTimeout(resolve, milliseconds));

/** Longer each time, and by chance: when a server restarts, not all come back at once. */
const backOff = (tries: number) => wait(Math.min(LONGEST_WAIT, 1000 * 2 ** tries) * (0.5 + Math.random()));

function connect(): Client {
  let answer: ReturnType<typeof setTimeout> | undefined;
  let socket: WebSocket | undefined;
  return createClient({
    url: () => new URL(endpoint, location.href.replace(/^http/, 'ws')).href,
    connectionParams: async () => {
      try {
        const token = await freshToken();
        return token ? { authorization: `Bearer ${token}` } : {};
      } catch {
        // offline: not as a visitor; the server ends who does not say who they are, and another try follows
        return new Promise<never>(() => undefined);
      }
    },
    retryAttempts: Infinity,
    shouldRetry: () => true,
    retryWait: backOff,
    // from one page to the next the line stays
    lazyCloseTimeout: 3_000,
    keepAlive: PING,
    on: {
      opened: (opened) => (socket = opened as WebSocket),
      ping: (received) => {
        if (!received) answer = setTimeout(() => socket?.close(4408, 'No answer'), PATIENCE);
      },
      pong: (received) => received && clearTimeout(answer),
      closed: () => clearTimeout(answer),
    },
  });
}

let current: { epoch: number; client: Client } | null = null;

/** One line for all who listen; another one when somebody else looks. */
function line(): Client {
  const { epoch } = session.get();
  if (current?.epoch !== epoch) {
    void current?.client.dispose();
    current = { epoch, client: connect() };
  }
  return current.client;
}

type Request = { query?: string; variables?: object; operationName?: string };

/** @returns how to end it */
export const subscribe = ({ query = '', variables }: Request, sink: unknown): (() => void) =>
  line().subscribe({ query, variables: variables as Record<string, unknown> }, sink as Sink);
