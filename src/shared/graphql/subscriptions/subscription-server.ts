import { Injectable, type OnApplicationBootstrap, type OnModuleDestroy } from '@nestjs/common';
import { HttpAdapterHost } from '@nestjs/core';
import { GraphQLSchemaHost } from '@nestjs/graphql';
import { JwtService } from '@nestjs/jwt';
import type { FastifyRequest } from 'fastify';
import { GraphQLError } from 'graphql';
import { CloseCode, type Context, handleProtocols, makeServer, type Server } from 'graphql-ws';
import { randomUUID } from 'node:crypto';
import type { IncomingMessage, Server as HttpServer } from 'node:http';
import type { Duplex } from 'node:stream';
import { type WebSocket, WebSocketServer } from 'ws';
import type { AccessToken } from '../../auth/jwt.strategy.js';
import type { Viewer } from '../../auth/viewer.js';
import { Clock } from '../../config/clock.js';
import { Config } from '../../config/config.js';
import type { GraphqlContext } from '../context.js';
import { describe } from '../error-plugin.js';
import { Connections } from './connections.js';
import { readSubscription } from './subscription-request.js';

/** Of one connection. */
export const MOST_SUBSCRIPTIONS = 10;
/** A message of a client: a document and a hundred ids. */
const LARGEST_MESSAGE = 16_384;
/** Until a client has said who it is. */
const INIT_MS = 5_000;
/** Proxies cut what is silent for a minute. */
const PING_MS = 25_000;

/** What every subscription of one connection shares. */
interface Extra extends Record<PropertyKey, unknown> {
  socket: WebSocket;
  /** what an HTTP request would be to the resolvers */
  request: Pick<FastifyRequest, 'id' | 'headers' | 'viewer'>;
}
type Connection = Context<Record<string, unknown>, Extra>;

/** Serves subscriptions over WebSocket at /graphql, by the protocol graphql-transport-ws; queries and mutations go by HTTP. */
@Injectable()
export class SubscriptionServer implements OnApplicationBootstrap, OnModuleDestroy {
  private readonly sockets = new WebSocketServer({
    noServer: true,
    maxPayload: LARGEST_MESSAGE,
    handleProtocols,
    perMessageDeflate: false,
  });
  /** How often connections that ask for nothing are looked for, and ended. */
  readonly idleMs = 60_000;
  private readonly connections: Connections;
  private server!: Server<Extra>;
  private stopping = false;

  constructor(
    private readonly host: HttpAdapterHost,
    private readonly schema: GraphQLSchemaHost,
    private readonly jwt: JwtService,
    private readonly config: Config,
    private readonly clock: Clock,
  ) {
    this.connections = new Connections(config.settings.TRUST_PROXY);
  }

  onApplicationBootstrap(): void {
    if (!this.config.runsApi) return;
    this.server = makeServer<Record<string, unknown>, Extra>({
      connectionInitWaitTimeout: INIT_MS,
      onConnect: (connection) => this.enter(connection),
      onSubscribe: (connection, _id, payload) => this.subscribe(connection, payload),
      onNext: ({ extra }, _id, _payload, _args, result) =>
        result.errors && { ...result, errors: result.errors.map((error) => describe(error, extra.request)) },
      onError: ({ extra }, _id, _payload, errors) =>
        (errors as GraphQLError[]).map((error) => describe(error, extra.request)),
    });
    const http = this.host.httpAdapter.getHttpServer() as HttpServer;
    http.on('upgrade', (request, socket, head) => this.upgrade(request, socket, head));
  }

  /** First of all: the HTTP server, to stop, waits for every connection: clients come again, to another process. */
  onModuleDestroy(): void {
    this.stopping = true;
    for (const socket of this.sockets.clients) socket.close(1001, 'Going away');
    setTimeout(() => this.sockets.clients.forEach((socket) => socket.terminate()), 1_000).unref();
  }

  private upgrade(request: IncomingMessage, socket: Duplex, head: Buffer): void {
    socket.on('error', () => socket.destroy());
    const refuse = (status: string) => {
      socket.once('finish', () => socket.destroy());
      socket.end(`HTTP/1.1 ${status}\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`);
    };
    if (request.url?.split('?')[0] !== '/graphql') return refuse('404 Not Found');
    if (!this.isOurs(request)) return refuse('403 Forbidden');
    if (this.stopping) return refuse('503 Service Unavailable');
    const leave = this.connections.enter(request);
    if (!leave) return refuse('429 Too Many Requests');
    socket.once('close', leave);
    this.sockets.handleUpgrade(request, socket, head, (accepted) => this.open(accepted, request));
  }

  /** A browser names the page that connects; other sites' pages have no business here, as with every other request. */
  private isOurs({ headers }: IncomingMessage): boolean {
    const { origin, host } = headers;
    return !origin || origin === new URL(this.config.publicUrl).origin || origin.replace(/^https?:\/\//, '') === host;
  }

  private open(socket: WebSocket, { headers }: IncomingMessage): void {
    // cookies and headers say nothing about who asks: the first message does
    const request = { id: randomUUID(), headers: { 'accept-language': headers['accept-language'] } };
    let hear: (data: string) => Promise<void> = () => Promise.resolve();
    const closed = this.server.opened(
      {
        protocol: socket.protocol,
        send: (data) => new Promise((done) => socket.send(data, () => done())),
        close: (code, reason) => socket.close(code, reason),
        onMessage: (listener) => (hear = listener),
      },
      { socket, request },
    );
    socket.on('message', (data: Buffer) => {
      // what our own code throws is answered by graphql-ws; the rest is what a client may not send
      hear(data.toString()).catch(() => socket.close(CloseCode.BadRequest, 'Bad request'));
    });
    socket.on('error', () => socket.terminate());
    let alive = true;
    socket.on('pong', () => (alive = true));
    const pinging = setInterval(() => {
      if (!alive) return socket.terminate();
      alive = false;
      socket.ping();
    }, PING_MS).unref();
    socket.once('close', (code, reason) => {
      clearInterval(pinging);
      void closed(code, reason.toString());
    });
  }

  /** Answers whether the connection may go on: without a token as a visitor, with one as long as the token is good. */
  private async enter(connection: Connection): Promise<boolean> {
    const { connectionParams, extra } = connection;
    const { socket } = extra;
    const idle = setInterval(
      () => subscriptionsOf(connection) === 0 && socket.close(1000, 'Idle'),
      this.idleMs,
    ).unref();
    socket.once('close', () => clearInterval(idle));
    const authorization = connectionParams?.authorization;
    if (authorization === undefined) return true;
    const token = typeof authorization === 'string' && /^Bearer (\S+)$/.exec(authorization)?.[1];
    const claims = token && (await this.claimsOf(token));
    if (!claims) return false;
    extra.request.viewer = { userId: claims.sub, sessionId: claims.sid, locale: claims.loc } satisfies Viewer;
    const left = claims.exp * 1000 - this.clock.now().getTime();
    const ending = setTimeout(() => socket.close(CloseCode.Forbidden, 'Token expired'), left).unref();
    socket.once('close', () => clearTimeout(ending));
    return true;
  }

  private claimsOf(token: string): Promise<(AccessToken & { exp: number }) | null> {
    return this.jwt.verifyAsync<AccessToken & { exp: number }>(token, { algorithms: ['HS256'] }).catch(() => null);
  }

  private subscribe(connection: Connection, payload: Parameters<typeof readSubscription>[1]) {
    const { extra } = connection;
    // this one is among them
    if (subscriptionsOf(connection) > MOST_SUBSCRIPTIONS)
      return [new GraphQLError('Too many subscriptions at once', { extensions: { code: 'BAD_REQUEST' } })];
    const args = readSubscription(this.schema.schema, payload);
    if (Array.isArray(args)) return args;
    const context = { req: extra.request as FastifyRequest, loaders: new Map() } as GraphqlContext;
    return { ...args, contextValue: context };
  }
}

const subscriptionsOf = ({ subscriptions }: Connection): number => Object.keys(subscriptions).length;
