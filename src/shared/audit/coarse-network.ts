import { networkOf } from '../ratelimit/rate-limits.js';

/** From where a request came, without saying whose it is: the /24 of an IPv4 address, the /48 of an IPv6 one. */
export function coarseNetworkOf(ip: string): string {
  const network = networkOf(ip);
  const v4 = /^(\d+\.\d+\.\d+)\.\d+$/.exec(network)?.[1];
  if (v4) return `${v4}.0/24`;
  return network.endsWith('::/64') ? `${network.split(':').slice(0, 3).join(':')}::/48` : network;
}
