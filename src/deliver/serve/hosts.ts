/** Which addresses the server has, and which names it answers to. */
import { isIP } from 'node:net';
import { hostname, networkInterfaces } from 'node:os';

/** Whether only this computer reaches an address or a name. */
export const isLoopback = (host: string): boolean =>
  /^localhost\.?$/iu.test(host) || /^127(?:\.\d+){3}$/u.test(host) || host === '::1';

const isEverywhere = (host: string): boolean => host === '0.0.0.0' || host === '::';

/** Where a server that listens on `host` is found: itself, or each of the computer's addresses in its networks. */
export function reachableHosts(host: string): string[] {
  if (!isEverywhere(host)) return [host];
  return Object.values(networkInterfaces())
    .flatMap((addresses) => addresses ?? [])
    .filter(({ family, internal }) => family === 'IPv4' && !internal)
    .map(({ address }) => address);
}

/** A host as it stands in an address: IPv6 in brackets. */
export const inBrackets = (host: string): string => (isIP(host) === 6 ? `[${host}]` : host);

const HOST = /^(?<name>\[[\da-f:.]+\]|[a-z\d.-]+)(?::\d{1,5})?$/iu;

/**
 * Whether a request's `Host` is a name of this server. Any website can give its own name this computer's address, and
 * would read the books through the visitor's browser; an address in digits is nobody's to give away, and the names
 * allowed here are no website's: https://owasp.org/www-community/attacks/DNS_Rebinding
 */
export function isOwnHost(header: string, listening: string): boolean {
  const name = HOST.exec(header)?.groups?.['name']?.toLowerCase().replace(/\.$/u, '');
  if (name === undefined) return false;
  const own = hostname().toLowerCase();
  const names = [listening.toLowerCase(), own, `${own}.local`, `${own}.lan`, `${own}.home.arpa`];
  return isIP(name.replaceAll(/[[\]]/gu, '')) > 0 || isLoopback(name) || names.includes(name);
}
