/** Answers to requests: pages and feeds that were made, pictures, and files as they lie on disk. */
import { createHash } from 'node:crypto';
import { fstatSync, type ReadStream, type Stats } from 'node:fs';
import type { IncomingMessage, ServerResponse } from 'node:http';
import send from 'send';
import type { BookFile } from './catalogue.js';

/** What a route answers with. */
export type Answer =
  | { kind: 'made'; status?: number; mediaType: string; body: string | Uint8Array }
  | { kind: 'file'; file: BookFile; root: string };

/** What goes with every answer; `policy` is the Content Security Policy. */
export const securityHeaders = (policy: string): Record<string, string> => ({
  'Content-Security-Policy': policy,
  'X-Content-Type-Options': 'nosniff',
  'Referrer-Policy': 'no-referrer',
  'X-Frame-Options': 'DENY',
  'Cross-Origin-Resource-Policy': 'same-origin',
});

/** Sends an answer. Never throws; a file that is gone by now becomes `notFound`. */
export function give(
  request: IncomingMessage,
  response: ServerResponse,
  answer: Answer,
  notFound: () => void,
): void {
  if (answer.kind === 'file') giveFile(request, response, answer, notFound);
  else giveMade(request, response, answer);
}

function giveMade(
  request: IncomingMessage,
  response: ServerResponse,
  { status = 200, mediaType, body }: Extract<Answer, { kind: 'made' }>,
): void {
  const bytes = typeof body === 'string' ? Buffer.from(body) : body;
  if (status === 200) {
    const tag = `"${createHash('sha1').update(bytes).digest('base64url')}"`;
    response.setHeader('ETag', tag);
    // To be asked for again each time: a book may have been built in between.
    response.setHeader('Cache-Control', 'no-cache');
    if (names(request.headers['if-none-match'], tag)) {
      response.writeHead(304).end();
      return;
    }
  }
  response.writeHead(status, { 'Content-Type': mediaType, 'Content-Length': bytes.length });
  response.end(request.method === 'HEAD' ? undefined : bytes);
}

/** Weak comparison: https://www.rfc-editor.org/rfc/rfc9110#field.if-none-match */
const names = (header: string | undefined, tag: string): boolean =>
  header !== undefined &&
  (header.trim() === '*' || header.split(',').some((one) => one.trim().replace(/^W\//u, '') === tag));

/** How often a file may be replaced before it is opened; a build does so once. */
const TRIES = 3;

/** Headers that are about one state of a file. */
const OF_FILE = ['Accept-Ranges', 'Content-Length', 'Content-Range', 'ETag', 'Last-Modified'];

function giveFile(
  request: IncomingMessage,
  response: ServerResponse,
  answer: Extract<Answer, { kind: 'file' }>,
  notFound: () => void,
  tries = TRIES,
): void {
  const { file, root } = answer;
  const path = `/${file.rel.split('/').map(encodeURIComponent).join('/')}`;
  let promised: Stats;
  send(request, path, { root, dotfiles: 'deny', index: false, cacheControl: false })
    .on('headers', (headers: ServerResponse, _: string, stats: Stats) => {
      promised = stats;
      headers.setHeader('Content-Type', file.mediaType);
      headers.setHeader('Content-Disposition', disposition(file.rel));
      headers.setHeader('Cache-Control', 'no-cache');
    })
    .on('stream', (stream: ReadStream) => {
      stream.once('open', (fd) => {
        if (isSame(fstatSync(fd), promised)) return;
        // A build put another edition there after the size was read: that one is sent instead.
        stream.destroy();
        if (tries <= 1) {
          response.destroy();
          return;
        }
        for (const name of OF_FILE) response.removeHeader(name);
        response.statusCode = 200;
        giveFile(request, response, answer, notFound, tries - 1);
      });
    })
    .on('error', (cause: NodeJS.ErrnoException & { status?: number; headers?: Record<string, string> }) => {
      if (response.headersSent) response.destroy();
      else if (cause.status === 416 || cause.status === 412) {
        response.writeHead(cause.status, cause.headers ?? {}).end();
      } else notFound();
    })
    .on('directory', notFound)
    .pipe(response);
}

const isSame = (one: Stats, other: Stats): boolean =>
  one.ino === other.ino && one.size === other.size && one.mtimeMs === other.mtimeMs;

const NOT_ASCII = /[^ !#-[\]-~]/gu;

/**
 * The name to keep a file under. A Kobo knows the plain form alone, and takes what stands there before the address:
 * https://www.rfc-editor.org/rfc/rfc6266
 */
function disposition(rel: string): string {
  const name = rel.slice(rel.lastIndexOf('/') + 1);
  const plain = name
    .normalize('NFKD')
    .replaceAll(/\p{Mn}/gu, '')
    .replaceAll(NOT_ASCII, '_');
  const exact =
    plain === name ? '' : `; filename*=UTF-8''${encodeURIComponent(name).replaceAll(/['()*]/gu, encodeMark)}`;
  return `attachment; filename="${plain}"${exact}`;
}

const encodeMark = (mark: string): string => `%${mark.charCodeAt(0).toString(16).toUpperCase()}`;
