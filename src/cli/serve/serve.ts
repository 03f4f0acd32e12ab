/** `octavo serve`. */
import { resolve } from 'node:path';
import { renderUnicodeCompact } from 'uqr';
import { isLoopback, serve, type Running } from '../../deliver/serve/index.js';
import { error } from '../../diagnostics.js';
import { isFolder } from '../../io/files.js';
import { counted } from '../../text/numbers.js';
import type { Message } from '../../types.js';
import { openPainter } from './painter.js';
import { EXIT, type Action, type Flags } from '../command.js';
import { harmless, shown, terminal } from '../terminal.js';

const DIST = 'dist';

export const serveCommand: Action = async ([folder = DIST], flags) => {
  const cwd = process.cwd();
  const port = portOf(flags.port);
  if (port === null) return refuse(wrongPort(String(flags.port)));
  if (!(await isFolder(resolve(cwd, folder)))) return refuse(noFolder(folder));
  const covers = openPainter();
  const host = String(flags.host);
  let running: Running;
  try {
    const options = { folder: resolve(cwd, folder), cwd, host, covers };
    running = await serve({
      ...options,
      ...(port === undefined ? {} : { port }),
      ...(flags.verbose ? { log } : {}),
      tell: (messages) => {
        if (!flags.json) terminal.messages(shown(messages, flags));
      },
    });
  } catch (cause) {
    const problem = notListening(cause as NodeJS.ErrnoException, host, port);
    if (!problem) throw cause;
    return refuse(problem);
  }
  const end = interrupted();
  const { books, messages } = await running.look();
  if (flags.json) terminal.json({ addresses: running.addresses, books, messages }, undefined, 0);
  else announce(running, { host, folder, books }, flags);
  await end;
  await running.stop();
  await covers.close();
  return EXIT.clean;
};

/** The port that a flag gives; null where it is none. */
export function portOf(flag: Flags[string]): number | undefined | null {
  if (flag === undefined) return undefined;
  return /^\d+$/u.test(String(flag)) && Number(flag) <= 65_535 ? Number(flag) : null;
}

/** Until somebody ends the command: Ctrl-C, or whoever started it. */
export const interrupted = (): Promise<void> =>
  new Promise((done) => {
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const)
      process.once(signal, () => {
        done();
      });
  });

function announce(
  { addresses }: Running,
  { host, folder, books }: { host: string; folder: string; books: number },
  flags: Flags,
): void {
  const [first, ...others] = addresses;
  if (first === undefined || flags.quiet) {
    terminal.print(first ?? 'This computer is connected to no network');
    return;
  }
  terminal.print(`${counted(books, 'book')} of ${harmless(folder)} at ${first}`);
  for (const other of others) terminal.print(`  and ${other}`);
  if (!isLoopback(host))
    terminal.print(`\n${code(first)}\n\nPoint a camera at the code, or type the address into the e-reader.`);
  terminal.print(`Reading apps: ${first}opds (OPDS 1.2) or ${first}opds2 (OPDS 2.0)`);
  if (isLoopback(host)) {
    terminal.print('Only this computer can reach it. For other devices in your network: --host 0.0.0.0');
  } else terminal.print('Everybody in your network can read these books while this is running.');
  terminal.error('Ctrl-C stops it.');
}

/** The code is light on dark in every terminal, as cameras know it. */
const code = (address: string): string =>
  renderUnicodeCompact(address, { border: 2 }).split('\n').map(terminal.lightOnDark).join('\n');

function log({
  method,
  target,
  status,
  failure,
}: {
  method: string;
  target: string;
  status: number;
  failure: Error | undefined;
}): void {
  terminal.error(harmless(`${method} ${target} ${String(status)}`));
  if (failure !== undefined) terminal.error(harmless(`  ${String(failure)}`));
}

/** Says what is wrong with how a command was called; the exit code. */
export function refuse(message: Message): number {
  terminal.messages([message]);
  return EXIT.usage;
}

/** The message about a port that is none. */
export const wrongPort = (port: string): Message =>
  error('serve:port', `The port must be a number from 0 to 65535, not \`${port}\``, {
    hint: 'Leave out `--port` to use the first free one.',
  });

const noFolder = (folder: string): Message =>
  error('serve:no-folder', 'There is no such folder', {
    path: folder,
    hint: folder === DIST ? '`octavo build` makes it.' : 'Name the folder that holds the EPUB files.',
  });

/** What an author can do about a server that cannot listen. */
export function notListening(
  { code: reason, message }: NodeJS.ErrnoException,
  host: string,
  port?: number,
): Message | undefined {
  const [named, taken] =
    port === undefined
      ? ['ports from 8000 on', 'No port from 8000 on is free']
      : [`port \`${String(port)}\``, `Port \`${String(port)}\` is already in use`];
  const known: Readonly<Record<string, () => Message>> = {
    EADDRINUSE: () =>
      error('serve:port-taken', taken, {
        hint: 'Perhaps `octavo serve` is running already. Leave out `--port`, or choose another port.',
      }),
    EACCES: () =>
      error('serve:port-refused', `The system does not let you use ${named}`, {
        hint: 'Ports below 1024 are for the administrator. Choose a higher one.',
      }),
    EADDRNOTAVAIL: () => notOwn(host),
    ENOTFOUND: () => notOwn(host),
    EAI_AGAIN: () => notOwn(host),
    EINVAL: () => notOwn(host),
  };
  return (
    known[reason ?? '']?.() ??
    (reason === undefined ? undefined : error('serve:failed', `Could not start serving: ${message}`))
  );
}

const notOwn = (host: string): Message =>
  error('serve:host', `\`${host}\` is not an address of this computer`, {
    hint: 'Use `--host 0.0.0.0` for every device in your network, or `127.0.0.1` for this computer alone.',
  });
