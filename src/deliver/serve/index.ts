/** A small server for the books of a folder: plain pages, OPDS 1.2 and 2.0, and the files. It only ever reads. */
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { readPageFile } from '../../io/templates.js';
import { cspHash } from '../../text/digest.js';
import type { Message } from '../../types.js';
import { give, securityHeaders, type Answer } from './answers.js';
import { openCatalogue } from './catalogue.js';
import { openCovers, type CoverMaker } from './covers.js';
import { watchGuests } from './guests.js';
import { inBrackets, isOwnHost, reachableHosts } from './hosts.js';
import { listen, stop } from './listening.js';
import { problemPage } from './page.js';
import { answerTo, HTML, type Shop } from './routes.js';

export { isLoopback } from './hosts.js';
export type { CoverMaker } from './covers.js';

export interface ServeOptions {
  /** The folder of the books, absolute, and the one that messages give paths from. */
  folder: string;
  cwd: string;
  /** The address to listen on: `127.0.0.1` for this computer alone, `0.0.0.0` for its networks. */
  host: string;
  /** The port; where it is not given, the first free one from 8000 on. */
  port?: number;
  covers: CoverMaker;
  /** Told what of the folder cannot be offered, when that is found. */
  tell?: (messages: Message[]) => void;
  /** Told of every request that was answered, and of what failed here while it was. */
  log?: (visit: { method: string; target: string; status: number; failure: Error | undefined }) => void;
}

export interface Running {
  /** Where it is found, `http://192.168.0.7:8000/`; the first is the best to give away. */
  addresses: string[];
  /** The books that it offers now, and what could not be taken. */
  look(): Promise<{ books: number; messages: Message[] }>;
  /** Lets go of the port, ends what is idle, and gives what is being sent a moment to end. */
  stop(): Promise<void>;
}

const TITLE = 'Books';
const FIRST_PORT = 8000;
const PORTS = 20;

/** How often the server looks for slow clients, in milliseconds. */
const LOOK_AROUND = 5000;
/** How long, in milliseconds, a client may take for its request, and stand idle. */
const REQUEST_TIME = 15_000;
const IDLE_TIME = 60_000;

/**
 * Starts the server.
 *
 * @throws the system's error where it cannot listen: `EADDRINUSE`, `EACCES`, `EADDRNOTAVAIL`, `ENOTFOUND`.
 */
export async function serve(options: ServeOptions): Promise<Running> {
  const { folder, cwd, host, covers, tell, log } = options;
  const catalogue = openCatalogue(folder, { cwd, tell });
  const style = await readPageFile('serve', 'page.css');
  const shop: Shop = { folder, catalogue, cover: openCovers(covers), style };
  const headers = securityHeaders(policyFor(style));

  const server = createServer({ connectionsCheckingInterval: LOOK_AROUND }, (request, response) => {
    const { method = '', url = '' } = request;
    let failure: Error | undefined;
    response.once('close', () => log?.({ method, target: url, status: response.statusCode, failure }));
    // A client that is gone is no failure of the server's.
    response.on('error', () => response.destroy());
    for (const [name, value] of Object.entries(headers)) response.setHeader(name, value);
    answer(request, response, shop, host).catch((cause: unknown) => {
      // A picture that cannot be drawn, a folder that has just gone: the next request may fare better.
      failure = cause as Error;
      if (response.headersSent) response.destroy();
      else response.writeHead(500, { 'Content-Type': 'text/plain' }).end('Something failed here.\n');
    });
  });
  server.requestTimeout = REQUEST_TIME;
  server.headersTimeout = REQUEST_TIME;
  server.timeout = IDLE_TIME;
  watchGuests(server);
  const port = await listen(server, host, options.port ?? FIRST_PORT, options.port === undefined ? PORTS : 0);
  return {
    addresses: reachableHosts(host).map((name) => `http://${inBrackets(name)}:${String(port)}/`),
    async look() {
      const { books, messages } = await catalogue.shelf();
      return { books: books.length, messages };
    },
    stop: () => stop(server),
  };
}

/**
 * No script, nothing from elsewhere, and the one style that the pages have. Browsers that know no hashes, an old
 * e-reader's for one, go by `unsafe-inline`; all others pass it over: https://www.w3.org/TR/CSP3/#allow-all-inline
 */
const policyFor = (style: string): string =>
  `default-src 'none'; img-src 'self'; style-src 'unsafe-inline' ${cspHash(style)}; form-action 'self'; base-uri 'none'; frame-ancestors 'none'`;

async function answer(
  request: IncomingMessage,
  response: ServerResponse,
  shop: Shop,
  host: string,
): Promise<void> {
  const { method = '', url = '', headers, socket } = request;
  const own = `${inBrackets(socket.localAddress ?? host)}:${String(socket.localPort ?? '')}`;
  const site = { base: `http://${headers.host ?? own}`, title: TITLE };
  const say = (status: number, title: string, words: string) => {
    give(request, response, page(status, problemPage(site, shop.style, title, words)), () => undefined);
  };
  const notFound = () => {
    say(404, 'Not here', 'There is nothing at this address. Perhaps the book was renamed.');
  };
  if (headers.host !== undefined && !isOwnHost(headers.host, host)) {
    site.base = '';
    say(
      421,
      'Another name',
      'This server does not answer to that name. Use the address that the terminal shows.',
    );
  } else if (method !== 'GET' && method !== 'HEAD') {
    response.setHeader('Allow', 'GET, HEAD');
    say(405, 'Only to be read', 'This server takes nothing. It offers books to be read.');
  } else {
    const found = await answerTo(url, site, shop);
    if (found) give(request, response, found, notFound);
    else notFound();
  }
}

const page = (status: number, body: string): Answer => ({ kind: 'made', status, mediaType: HTML, body });
