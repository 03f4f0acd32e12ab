/** What the server answers at which address below its token. */
import type { ServerResponse } from 'node:http';
import type { Library } from './library.js';
import { BOOK_POLICY } from './guard.js';
import { factsOf, outlineOf } from './facts.js';
import type { FileFinder } from './files.js';
import { search } from './search.js';
import { diffOf, settle, type Order } from './settle.js';
import type { Summaries } from './shelf.js';
import type { State } from './book.js';
import { proofPage, proofPolicy, type PageAssets } from '../proof/page/index.js';
import { VIEWS, type View } from './views.js';

/** What the routes work with. */
export interface Site {
  library: Library;
  summaries: Summaries;
  files: FileFinder;
  /** The page's own files by their names. */
  page: ReadonlyMap<string, Uint8Array>;
  /** What the proof page consists of. */
  proof: PageAssets;
  /** Absolute. */
  cwd: string;
  /** What the command line asked for. */
  setup: { book?: string; theme?: string; device?: string };
}

export interface Request {
  url: URL;
  /** Below the token, decoded, split at its slashes. */
  steps: readonly string[];
  /** What was sent, of a request that writes. */
  body?: unknown;
  response: ServerResponse;
}

/** An answer to send; `stream` has begun one of its own. */
export type Answer =
  | { status?: number; mediaType: string; body: string | Uint8Array; policy?: string }
  | { location: string }
  | { stream: true };

type Route = (site: Site, request: Request) => Promise<Answer | undefined>;

const json = (value: unknown): Answer => ({
  mediaType: 'application/json; charset=utf-8',
  body: JSON.stringify(value),
});

const MEDIA_TYPES: Readonly<Record<string, string>> = {
  css: 'text/css; charset=utf-8',
  html: 'text/html; charset=utf-8',
  js: 'text/javascript; charset=utf-8',
  svg: 'image/svg+xml',
};

/** In the place of a theme's name: the one that the book has. */
const OWN_THEME = '-';

const pageFile = ({ page }: Site, name: string): Answer | undefined => {
  const body = page.get(name);
  const mediaType = MEDIA_TYPES[name.slice(name.lastIndexOf('.') + 1)] ?? 'text/plain; charset=utf-8';
  return body && { mediaType, body };
};

/** The state of a book that an address names, in a theme that there is. */
async function stateAt(
  { library }: Site,
  [, name = '', theme = '']: readonly string[],
): Promise<State | undefined> {
  if (theme !== OWN_THEME && !(await library.themes()).includes(theme)) return undefined;
  return library.state(name, theme === OWN_THEME ? undefined : theme);
}

const ofState =
  (answer: (state: State, site: Site, request: Request) => Answer | undefined): Route =>
  async (site, request) => {
    const state = await stateAt(site, request.steps);
    return state && answer(state, site, request);
  };

const filesOf = (view: View): Route =>
  ofState(({ edition }, { files }, { steps }) => {
    const file = edition && files(edition, steps.slice(3).join('/'), view);
    return file && { ...file, policy: BOOK_POLICY };
  });

/** By the first step of an address. */
const READS: Readonly<Record<string, Route>> = {
  async ''(site) {
    const { book } = site.setup;
    return book === undefined
      ? pageFile(site, 'app/shelf.html')
      : { location: `book/${encodeURIComponent(book)}/` };
  },
  async book(site, { steps }) {
    return steps.length === 3 && steps[2] === '' ? pageFile(site, 'app/page.html') : undefined;
  },
  async app(site, { steps }) {
    return pageFile(site, steps.join('/'));
  },
  async foliate(site, { steps }) {
    return pageFile(site, steps.join('/'));
  },
  async setup({ library, setup, cwd }) {
    return json({ ...setup, cwd, themes: await library.themes() });
  },
  async shelf({ library, summaries }, { steps: [, name] }) {
    if (name === undefined) return json(await library.list());
    const summary = await summaries.of(name);
    return summary && json(summary.facts);
  },
  async cover({ summaries }, { steps: [, name = ''] }) {
    const summary = await summaries.of(name);
    return summary?.cover && { ...summary.cover, policy: BOOK_POLICY };
  },
  outline: ofState((state) => json(outlineOf(state))),
  facts: ofState((state, { cwd }) => json(factsOf(state, cwd))),
  search: ofState(({ edition }, _, { url }) =>
    edition ? json(search(edition, url.searchParams.get('for') ?? '')) : undefined,
  ),
  files: filesOf(VIEWS.files),
  kobo: filesOf(VIEWS.kobo),
  kindle: filesOf(VIEWS.kindle),
  proof: ofState(
    ({ edition }, { proof }) =>
      edition && {
        mediaType: 'text/html; charset=utf-8',
        body: proofPage({ ...edition, title: edition.book.metadata.title }, proof),
        policy: `${proofPolicy(proof)}; frame-ancestors 'self'`,
      },
  ),
  async events({ library }, { steps: [, name, theme], response }) {
    follow(response, (tell) => library.listen(tell, name, theme === OWN_THEME ? undefined : theme));
    return { stream: true };
  },
};

/** How often a listener is told that the server is there, in milliseconds. */
const HEARTBEAT = 15_000;

/** Tells a browser of each build for as long as it listens: https://html.spec.whatwg.org/#server-sent-events */
function follow(response: ServerResponse, listen: (tell: () => void) => () => void): void {
  response.writeHead(200, { 'Content-Type': 'text/event-stream' });
  response.write('retry: 1000\n\nevent: built\ndata:\n\n');
  const end = listen(() => response.write('event: built\ndata:\n\n'));
  const beat = setInterval(() => response.write(':\n\n'), HEARTBEAT).unref();
  response.once('close', () => {
    clearInterval(beat);
    end();
  });
}

const WRITES: Readonly<Record<string, Route>> = {
  diff: async (site, { steps, body }) => {
    const order = orderOf(body);
    const edition = (await stateAt(site, steps))?.edition;
    return order && edition && json(await diffOf(edition, site.cwd, order));
  },
  settle: async (site, { steps, body }) => {
    const order = orderOf(body);
    const edition = (await stateAt(site, steps))?.edition;
    if (order?.hash === undefined || !edition) return undefined;
    return json(await settle(edition, site.cwd, { ...order, hash: order.hash }));
  },
};

/** What a page asks to write, where it has the form of it. */
function orderOf(body: unknown): (Order & { hash?: string }) | undefined {
  if (typeof body !== 'object' || body === null) return undefined;
  const { path, line, column, mark, hash } = body as Record<string, unknown>;
  const isWhole =
    typeof path === 'string' &&
    typeof line === 'number' &&
    typeof column === 'number' &&
    typeof mark === 'string';
  if (!isWhole) return undefined;
  return { path, line, column, mark, ...(typeof hash === 'string' ? { hash } : {}) };
}

/** The answer to a request; nothing where there is nothing at its address. */
export async function answerTo(site: Site, request: Request): Promise<Answer | undefined> {
  const routes = request.body === undefined ? READS : WRITES;
  const [first = ''] = request.steps;
  return Object.hasOwn(routes, first) ? routes[first]?.(site, request) : undefined;
}
