import { type Client, createClient } from 'graphql-ws';
import type { AddressInfo } from 'node:net';
import { WebSocket } from 'ws';
import type { ApiResult, AskOptions, TestApp } from './app.js';
import { documentOf, type Operation } from './schema.js';

/** Where this application is reached over the network; from the first call on. */
export async function addressOf(t: TestApp): Promise<string> {
  const fastify = t.app.getHttpAdapter().getInstance();
  if (!fastify.server.listening) await fastify.listen({ port: 0, host: '127.0.0.1' });
  return `127.0.0.1:${(fastify.server.address() as AddressInfo).port}`;
}

interface Options {
  token?: string | null;
  language?: string;
  retryAttempts?: number;
}

/** A client as browsers have it. */
export async function liveClient(
  t: TestApp,
  { token, language = 'en', retryAttempts = 0 }: Options = {},
): Promise<Client> {
  class Socket extends WebSocket {
    constructor(url: string, protocols: string[]) {
      super(url, protocols, { headers: { 'accept-language': language } });
    }
  }
  return createClient({
    url: `ws://${await addressOf(t)}/graphql`,
    webSocketImpl: Socket,
    retryAttempts,
    shouldRetry: () => true,
    retryWait: () => new Promise((resolve) => setTimeout(resolve, 50)),
    connectionParams: token ? { authorization: `Bearer ${token}` } : {},
    onNonLazyError: () => undefined,
  });
}

export interface LiveIdeaMessage {
  ideaId: string;
  answered: boolean;
  idea: { upCount: number | null; score: number | null; commentCount: number; status: string } | null;
}
export interface LiveMessage {
  whole: boolean;
  ideas: LiveIdeaMessage[];
  publishedIdeaIds: string[];
  comments: { id: string; rootId: string | null }[];
}

const LIVE = `subscription ($companyId: ID!, $challengeId: ID, $ideaBoxOnly: Boolean, $ideaIds: [ID!]) {
  liveChanges(companyId: $companyId, challengeId: $challengeId, ideaBoxOnly: $ideaBoxOnly, ideaIds: $ideaIds) {
    whole publishedIdeaIds comments { id rootId }
    ideas { ideaId answered idea { id upCount score commentCount status } }
  }
}`;

/** Somebody who looks: what they were told, in order. */
export class Onlooker {
  readonly messages: LiveMessage[] = [];
  /** why they are told nothing more; once that is so */
  readonly end: Promise<string>;
  private look: () => void = () => undefined;
  stop!: () => void;

  private constructor(client: Client, variables: object, query: string) {
    this.end = new Promise((resolve) => {
      this.stop = client.subscribe<{ liveChanges: LiveMessage }>(
        { query, variables: variables as Record<string, unknown> },
        {
          next: ({ data, errors }) => {
            if (errors) return resolve(codeOf(errors));
            this.messages.push(data!.liveChanges);
            this.look();
          },
          error: (error) => resolve(codeOf(error)),
          complete: () => resolve('complete'),
        },
      );
    });
    void this.end.then(() => client.dispose());
  }

  /** Begins to look, and has seen what there is. */
  static async at(t: TestApp, variables: object, options: Options = {}): Promise<Onlooker> {
    const one = new Onlooker(await liveClient(t, options), variables, LIVE);
    await Promise.race([one.until(() => one.messages.length > 0), one.end]);
    return one;
  }

  async until(met: () => boolean): Promise<void> {
    while (!met()) await new Promise<void>((resolve) => (this.look = resolve));
  }

  /** The next message about this idea of those that are still to come. */
  async hearsOf(ideaId: string): Promise<LiveIdeaMessage> {
    const from = this.messages.length;
    const found = () =>
      this.messages.slice(from).flatMap(({ ideas }) => ideas.find((idea) => idea.ideaId === ideaId) ?? []);
    await this.until(() => found().length > 0);
    return found()[0]!;
  }
}

/** A connection that is ended is a refusal too: of a message over the limit. */
const errorsOf = (error: unknown): unknown =>
  (error as { code?: number }).code === 1009
    ? [{ message: 'Too large', extensions: { code: 'BAD_REQUEST', requestId: 'none' } }]
    : error;

const codeOf = (error: unknown): string => {
  if (Array.isArray(error)) return String((error[0] as { extensions?: { code?: string } }).extensions?.code);
  const { code, message } = error as { code?: number; message?: string };
  return String(code ?? message);
};

/** Calls any operation, each in its way. */
export const askAny = (t: TestApp, operation: Operation, variables: object, options: AskOptions): Promise<ApiResult> =>
  operation.kind === 'subscription'
    ? firstAnswer(t, documentOf(operation), variables, options)
    : t.ask(documentOf(operation), variables, options);

/** The first answer to a subscription, as a request over HTTP would be answered. */
async function firstAnswer(t: TestApp, query: string, variables: object, options: Options): Promise<ApiResult> {
  const client = await liveClient(t, options);
  try {
    return await new Promise<ApiResult>((resolve) => {
      const answer = (result: object) => resolve({ data: null, status: 200, headers: {}, ...result } as ApiResult);
      client.subscribe(
        { query, variables: variables as Record<string, unknown> },
        { next: answer, error: (error) => answer({ errors: errorsOf(error) }), complete: () => undefined },
      );
    });
  } finally {
    await client.dispose();
  }
}
