import type { IncomingMessage } from 'node:http';
import { networkOf } from '../../ratelimit/rate-limits.js';

/** Of one network (a household, an office) to one process. */
export const MOST_CONNECTIONS = 100;

/** Who is connected: so many from each network, and no more. */
export class Connections {
  private readonly byNetwork = new Map<string, number>();

  constructor(private readonly trustProxy: boolean) {}

  /** Takes a place for the caller until `leave` is called; undefined where there is none left. */
  enter(request: IncomingMessage): (() => void) | undefined {
    const network = networkOf(this.addressOf(request));
    const count = this.byNetwork.get(network) ?? 0;
    if (count >= MOST_CONNECTIONS) return undefined;
    this.byNetwork.set(network, count + 1);
    return () => {
      const left = this.byNetwork.get(network)! - 1;
      if (left === 0) this.byNetwork.delete(network);
      else this.byNetwork.set(network, left);
    };
  }

  /** As for every other request: of a list, only what the one proxy has written is believed. */
  private addressOf({ headers, socket }: IncomingMessage): string {
    const forwarded = this.trustProxy
      ? String(headers['x-forwarded-for'] ?? '')
          .split(',')
          .at(-1)!
          .trim()
      : '';
    return forwarded || (socket.remoteAddress ?? '');
  }
}
