/** Who may ask the server, and what the browser may do with its answers. */
import type { IncomingMessage } from 'node:http';
import { isLoopback, isOwnHost } from '../deliver/serve/hosts.js';
import { cspHash } from '../text/digest.js';

/** Why a request is refused. */
export interface Refused {
  status: number;
  words: string;
}

/**
 * Whether a request may be answered. A page of another site knows neither the token nor the server's names, and its
 * browser says where it comes from.
 */
export function refusalOf({ headers, method, socket }: IncomingMessage, host: string): Refused | undefined {
  const { host: named, origin } = headers;
  if (named === undefined || !isOwnHost(named, host))
    return { status: 421, words: 'This server does not answer to that name.' };
  const site = headers['sec-fetch-site'];
  const isOther = origin !== undefined && origin !== `http://${named}`;
  if (isOther || (site !== undefined && site !== 'same-origin' && site !== 'none'))
    return { status: 403, words: 'This server answers to its own pages alone.' };
  if (method === 'GET' || method === 'HEAD') return undefined;
  if (method !== 'POST') return { status: 405, words: 'There is no such method here.' };
  if (origin === undefined || headers['content-type'] !== 'application/json')
    return { status: 403, words: 'This server is written to by its own page alone.' };
  if (!isLoopback((socket.remoteAddress ?? '').replace(/^::ffff:/u, '')))
    return { status: 403, words: 'Only the computer that the manuscripts are on may write to them.' };
  return undefined;
}

const hashesOf = (source: string): string[] =>
  [...source.matchAll(/<style>([^]*?)<\/style>/gu)].map(([, style = '']) => cspHash(style));

/** What pages of the preview may load and do; `paginator` is the source that brings its own style. */
export const pagePolicy = (paginator: string): string =>
  [
    "default-src 'none'",
    "script-src 'self'",
    `style-src 'self' ${hashesOf(paginator).join(' ')}`.trim(),
    "img-src 'self'",
    "connect-src 'self'",
    "frame-src 'self'",
    "frame-ancestors 'self'",
    "base-uri 'none'",
    "form-action 'none'",
  ].join('; ');

/** What a book may load and do: its own files, and nothing. */
export const BOOK_POLICY = [
  "default-src 'none'",
  "img-src 'self' data:",
  "style-src 'self' 'unsafe-inline'",
  "font-src 'self' data:",
  "media-src 'self'",
  "frame-ancestors 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  'sandbox allow-same-origin',
].join('; ');

/** What goes with every answer. */
export const HEADERS: Readonly<Record<string, string>> = {
  'X-Content-Type-Options': 'nosniff',
  'Referrer-Policy': 'no-referrer',
  'X-Frame-Options': 'SAMEORIGIN',
  'Cross-Origin-Resource-Policy': 'same-origin',
  'Cross-Origin-Opener-Policy': 'same-origin',
  // Nothing is kept by the browser: what it shows is what was built last.
  'Cache-Control': 'no-store',
};
