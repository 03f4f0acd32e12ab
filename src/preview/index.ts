/** The server of `octavo preview`: books as they are in the manuscripts, their pages, and what is known about them. */
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { inBrackets, reachableHosts } from '../deliver/serve/hosts.js';
import { listen, stop } from '../deliver/serve/listening.js';
import { readPreviewFiles } from '../io/preview.js';
import { readPageFile, readTemplates } from '../io/templates.js';
import type { Message } from '../types.js';
import { fileFinder } from './files.js';
import { HEADERS, pagePolicy, refusalOf } from './guard.js';
import { openLibrary, type Library, type LibraryOptions, type Listed } from './library.js';
import { answerTo, type Answer, type Site } from './routes.js';
import { openSummaries } from './shelf.js';
import { tokenFor } from './token.js';

export interface PreviewOptions extends LibraryOptions {
  /** The address to listen on, and the port that is tried first. */
  host: string;
  port: number;
  /** What the page opens in. */
  device?: string;
  /** The folder for caches, in which the word of its addresses is kept. */
  cache?: string;
  /** Told of what fails here while a request is answered, or a change is taken in. */
  log?: (failure: unknown) => void;
}

export interface Preview {
  /** Where it is found; the first is the best to give away. */
  addresses: string[];
  port: number;
  library: Library;
  /** The books that were there when it began. */
  books: Listed[];
  messages: Message[];
  /** Takes a change of the files in; `log` is told of what fails, which ends nothing. */
  changed(): Promise<void>;
  stop(): Promise<void>;
}

/** How many ports are tried after the first. */
const PORTS = 20;
/** How long, in milliseconds, a client may take for its request; one that listens stands idle between two builds. */
const REQUEST_TIME = 15_000;
const IDLE_TIME = 60_000;
/** The most bytes that a page sends. */
const MOST_SENT = 64 * 1024;

/**
 * Starts the server.
 *
 * @throws the system's error where it cannot listen: `EADDRINUSE`, `EACCES`, `EADDRNOTAVAIL`, `ENOTFOUND`.
 */
export async function preview(options: PreviewOptions): Promise<Preview> {
  const { cwd, host, port: first, book, theme, device, cache, log } = options;
  const library = openLibrary(options);
  const { books, messages } = await library.list();
  const opened = book === undefined ? undefined : books[0]?.name;
  const page = await readPreviewFiles();
  const site: Site = {
    library,
    summaries: openSummaries(library, cwd),
    files: fileFinder(await readTemplates()),
    page,
    proof: {
      style: await readPageFile('proof', 'page.css'),
      script: await readPageFile('proof', 'page.js'),
    },
    cwd,
    setup: {
      ...(opened === undefined ? {} : { book: opened }),
      ...(theme === undefined ? {} : { theme }),
      ...(device === undefined ? {} : { device }),
    },
  };
  const token = tokenFor(cwd, host, cache);
  const policy = pagePolicy(new TextDecoder().decode(page.get('foliate/paginator.js')));
  const server = createServer((request, response) => {
    for (const [name, value] of Object.entries(HEADERS)) response.setHeader(name, value);
    response.setHeader('Content-Security-Policy', policy);
    response.on('error', () => response.destroy());
    answer(request, response, { site, host, token }).catch((cause: unknown) => {
      log?.(cause);
      if (response.headersSent) response.destroy();
      else say(response, 500, 'Something failed here; the terminal says what.');
    });
  });
  server.requestTimeout = REQUEST_TIME;
  server.headersTimeout = REQUEST_TIME;
  server.timeout = IDLE_TIME;
  const port = await listen(server, host, first, PORTS);
  return {
    addresses: reachableHosts(host).map((name) => `http://${inBrackets(name)}:${String(port)}/${token}/`),
    port,
    library,
    books,
    messages,
    changed: () => library.changed().catch((cause: unknown) => log?.(cause)),
    stop: async () => {
      // Those that listen would listen for ever.
      server.closeAllConnections();
      await stop(server);
    },
  };
}

const say = (response: ServerResponse, status: number, words: string): void => {
  response.writeHead(status, { 'Content-Type': 'text/plain; charset=utf-8' }).end(`${words}\n`);
};

const NOT_HERE = 'There is nothing at this address. Use the one that the terminal shows.';

interface Door {
  site: Site;
  host: string;
  token: string;
}

async function answer(
  request: IncomingMessage,
  response: ServerResponse,
  { site, host, token }: Door,
): Promise<void> {
  const refusal = refusalOf(request, host);
  if (refusal) {
    say(response, refusal.status, refusal.words);
    return;
  }
  const url = new URL(request.url ?? '/', 'http://octavo.invalid');
  const steps = stepsOf(url.pathname);
  if (steps?.[0] !== token) {
    say(response, 404, NOT_HERE);
    return;
  }
  const body = request.method === 'POST' ? ((await bodyOf(request)) ?? null) : undefined;
  const found = await answerTo(site, { url, steps: steps.slice(1), body, response });
  if (found) give(request, response, found);
  else say(response, 404, NOT_HERE);
}

function give(request: IncomingMessage, response: ServerResponse, found: Answer): void {
  if ('stream' in found) return;
  if ('location' in found) {
    response.writeHead(302, { Location: found.location }).end();
    return;
  }
  const { status = 200, mediaType, body, policy } = found;
  if (policy !== undefined) response.setHeader('Content-Security-Policy', policy);
  const bytes = typeof body === 'string' ? Buffer.from(body) : body;
  response.writeHead(status, { 'Content-Type': mediaType, 'Content-Length': bytes.length });
  response.end(request.method === 'HEAD' ? undefined : bytes);
}

/** The steps of a path; nothing where one of them is no UTF-8. */
function stepsOf(path: string): string[] | undefined {
  try {
    return path.slice(1).split('/').map(decodeURIComponent);
  } catch {
    return undefined;
  }
}

/** What was sent, as JSON; nothing where it is none, or too much. */
async function bodyOf(request: IncomingMessage): Promise<unknown> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of request as AsyncIterable<Uint8Array>) {
    size += chunk.length;
    // The rest is read all the same: who sends it hears the answer.
    if (size <= MOST_SENT) chunks.push(chunk);
  }
  if (size > MOST_SENT) return undefined;
  try {
    return JSON.parse(Buffer.concat(chunks).toString('utf8')) as unknown;
  } catch {
    return undefined;
  }
}
