/** `octavo preview`. */
import { platform } from 'node:os';
import { isLoopback } from '../deliver/serve/hosts.js';
import { startProgram } from '../io/programs.js';
import { counted } from '../text/numbers.js';
import { watchFolders } from '../io/watch.js';
import { preview, type Preview } from '../preview/index.js';
import { cacheFolder } from './cache.js';
import { EXIT, type Action, type Flags } from './command.js';
import { interrupted, notListening, portOf, refuse, wrongPort } from './serve/serve.js';
import { configAgain, configOf } from './run-config.js';
import { harmless, terminal } from './terminal.js';
import { watchedPlaces } from './build/watch.js';

/** The port that is tried first. */
const FIRST_PORT = 8100;

export const previewCommand: Action = async ([book], flags) => {
  const cwd = process.cwd();
  const port = portOf(flags.port);
  if (port === null) return refuse(wrongPort(String(flags.port)));
  const host = String(flags.host);
  let running: Preview;
  try {
    running = await preview({
      cwd,
      manuscripts: String(flags.manuscripts),
      host,
      port: port ?? FIRST_PORT,
      ...(configOf(flags) ? { config: () => configAgain(flags) } : {}),
      ...(book === undefined ? {} : { book }),
      ...(typeof flags.theme === 'string' ? { theme: flags.theme } : {}),
      ...(typeof flags.device === 'string' ? { device: flags.device } : {}),
      cache: cacheFolder(process.env),
      log,
    });
  } catch (cause) {
    const problem = notListening(cause as NodeJS.ErrnoException, host, port);
    if (!problem) throw cause;
    return refuse(problem);
  }
  const end = interrupted();
  const { books, messages, library } = running;
  if (books.length === 0) terminal.messages(messages);
  const [first] = books;
  if (book !== undefined && !first) {
    await running.stop();
    return EXIT.usage;
  }
  const places = await watchedPlaces(cwd, book === undefined ? [] : [book], flags);
  const watch = await watchFolders(places, () => void running.changed(), platform());
  announce(running, { host, port, count: books.length }, flags);
  const isOpen = flags.open !== false && (await openBrowser(running.addresses));
  if (!isOpen && !flags.json) terminal.error('Open this address in a browser.');
  if (!flags.json && !flags.quiet) terminal.error('Ctrl-C stops it.');
  if (book !== undefined && first) await library.state(first.name);
  await end;
  watch.close();
  await running.stop();
  return EXIT.clean;
};

/** Tells of a failure that must not end the preview. */
function log(failure: unknown): void {
  terminal.error(harmless(failure instanceof Error ? (failure.stack ?? failure.message) : String(failure)));
}

function announce(
  { addresses, port: taken, books }: Preview,
  { host, port, count }: { host: string; port: number | undefined; count: number },
  flags: Flags,
): void {
  if (flags.json) {
    terminal.json({ addresses, books: books.map(({ name }) => name) }, undefined, 0);
    return;
  }
  const [first, ...others] = addresses;
  if (port !== undefined && port !== 0 && port !== taken && !flags.quiet)
    terminal.error(`Port ${String(port)} is already in use; ${String(taken)} is the next free one.`);
  if (first === undefined) terminal.error('This computer is connected to no network.');
  else if (flags.quiet) terminal.print(first);
  else terminal.print(`${count === 1 ? (books[0]?.name ?? '') : counted(count, 'book')} at ${first}`);
  if (flags.quiet) return;
  for (const other of others) terminal.print(`  and ${other}`);
  if (!isLoopback(host))
    terminal.print('Everybody who knows this address can read the books while this is running.');
}

/** The program of a system that opens an address in the user's browser, and what it is given before it. */
const OPENERS: Readonly<Partial<Record<NodeJS.Platform, readonly [string, ...string[]]>>> = {
  darwin: ['open'],
  win32: ['rundll32', 'url.dll,FileProtocolHandler'],
};

/** Opens the browser; whether there is one. A terminal without a screen has none. */
async function openBrowser([address]: readonly string[]): Promise<boolean> {
  const { DISPLAY, WAYLAND_DISPLAY } = process.env;
  const system = platform();
  const hasScreen = system in OPENERS || DISPLAY !== undefined || WAYLAND_DISPLAY !== undefined;
  if (address === undefined || !hasScreen) return false;
  const [program, ...before] = OPENERS[system] ?? ['xdg-open'];
  return startProgram(program, [...before, address]);
}
