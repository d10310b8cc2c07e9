import { Injectable, Logger, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common';
import pg from 'pg';
import { Config } from '../config/config.js';
import { pgOptions } from '../database/data-source.js';
import { Database } from '../database/database.js';
import { Realtime, type RealtimeListener } from './realtime.js';

const CHANNEL = 'cocrea_realtime';
/** PostgreSQL takes less than 8,000 bytes; ids are of ASCII. */
const LONGEST = 7_500;
const AGAIN_MS = [250, 10_000] as const;
const PING_MS = 30_000;

/** Over LISTEN and NOTIFY: one connection of this process listens, as long as it serves the API. */
@Injectable()
export class PostgresRealtime extends Realtime implements OnApplicationBootstrap, OnApplicationShutdown {
  private readonly log = new Logger(PostgresRealtime.name);
  private readonly listeners: RealtimeListener[] = [];
  private client?: pg.Client;
  private ended = false;
  private again: number = AGAIN_MS[0];
  private timer?: NodeJS.Timeout;

  constructor(
    private readonly config: Config,
    private readonly database: Database,
  ) {
    super();
  }

  async publish(messages: object[]): Promise<void> {
    const payloads = packed(messages);
    if (payloads.length > 0)
      await this.database.query('SELECT pg_notify($1, payload) FROM unnest($2::text[]) AS payload', [
        CHANNEL,
        payloads,
      ]);
  }

  listen(listener: RealtimeListener): void {
    this.listeners.push(listener);
  }

  async onApplicationBootstrap(): Promise<void> {
    if (this.config.runsApi) await this.connect();
  }

  async onApplicationShutdown(): Promise<void> {
    this.ended = true;
    clearTimeout(this.timer);
    await this.client?.end().catch(() => undefined);
  }

  /**
   * Listens until it is told to end, whatever becomes of the connection.
   * @returns whether this attempt succeeded; after one that did not, another follows
   */
  private async connect(): Promise<boolean> {
    const options = { ...pgOptions(this.config.databaseUrl), application_name: 'cocrea-realtime' };
    const client = new pg.Client({
      ...options,
      keepAlive: true,
      query_timeout: 10_000,
      connectionTimeoutMillis: 10_000,
    });
    let over = false;
    const lost = (error?: Error) => {
      if (over) return;
      over = true;
      clearTimeout(this.timer);
      void client.end().catch(() => undefined);
      if (this.ended) return;
      this.log.warn(`Live messages are lost for now: ${error?.message ?? 'the connection has ended'}`);
      this.timer = setTimeout(() => void this.reconnect(), this.again).unref();
      this.again = Math.min(2 * this.again, AGAIN_MS[1]);
    };
    client.on('error', lost).on('end', lost);
    client.on('notification', ({ payload }) => this.tell(payload));
    this.client = client;
    try {
      await client.connect();
      await client.query(`LISTEN ${CHANNEL}`);
      this.again = AGAIN_MS[0];
      this.ping(client, lost);
      return true;
    } catch (error) {
      lost(error as Error);
      return false;
    }
  }

  private async reconnect(): Promise<void> {
    if (!(await this.connect())) return;
    for (const listener of this.listeners) listener.missed();
  }

  /** A connection that was cut without a word would stay silent for ever. */
  private ping(client: pg.Client, lost: (error: Error) => void): void {
    this.timer = setTimeout(() => {
      client.query('SELECT 1').then(() => this.ping(client, lost), lost);
    }, PING_MS).unref();
  }

  private tell(payload: string | undefined): void {
    const messages = JSON.parse(payload ?? '[]') as object[];
    for (const listener of this.listeners) listener.hear(messages);
  }
}

/** As few payloads as hold them all. */
export function packed(messages: object[]): string[] {
  const payloads: string[] = [];
  let open: string[] = [];
  let size = 0;
  const close = () => {
    if (open.length > 0) payloads.push(`[${open.join()}]`);
    [open, size] = [[], 0];
  };
  for (const text of messages.map((message) => JSON.stringify(message))) {
    if (size + text.length > LONGEST) close();
    open.push(text);
    size += text.length + 1;
  }
  close();
  return payloads;
}
