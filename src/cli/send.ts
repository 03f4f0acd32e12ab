/** `octavo send`. */
import { basename } from 'node:path';
import {
  demandAddress,
  endsAll,
  firstStep,
  mailServer,
  refusalOf,
  shopOf,
  sendMail,
  type MailServer,
} from '../deliver/send/index.js';
import type { BookFile } from '../deliver/sideload.js';
import { error, warning, type Result } from '../diagnostics.js';
import { checkForShops, SHOPS } from '../check/shops/index.js';
import { check } from '../index.js';
import { whyUnread } from '../io/files.js';
import { readWhole } from '../io/whole.js';
import { counted } from '../text/numbers.js';
import type { Message } from '../types.js';
import { exitCode } from './exit.js';
import { finishedFiles } from './build/finished.js';
import { EXIT, type Action, type Flags } from './command.js';
import { harmless, shown, sized, terminal } from './terminal.js';

/** What became of one file. */
interface Sent {
  file: string;
  /** In bytes. */
  size: number;
  sent: boolean;
  messages: Message[];
}

interface Addresses {
  to: string;
  /** Absent in a dry run without a server. */
  by?: { from: string; server: MailServer };
}

export const sendCommand: Action = async (names, flags) => {
  const { value: addresses, messages } = readAddresses(flags);
  if (!addresses) {
    if (flags.json) terminal.json({ to: flags.to, books: [], messages });
    else terminal.messages(messages);
    return EXIT.usage;
  }
  const { value: files, messages: told } = await finishedFiles(names, 'epub', flags);
  const books: Sent[] = [];
  for (const [index, file] of files.entries()) {
    terminal.status(`[${String(index + 1)}/${String(files.length)}] ${harmless(file.shown)} …`);
    books.push(await sendOne(file, addresses, flags));
    terminal.clearStatus();
    const left = files.length - books.length;
    if (left > 0 && books.at(-1)?.messages.some(endsAll)) {
      told.push(notTried(left));
      break;
    }
  }
  report(addresses, books, told, flags);
  return codeOf([...told, ...books.flatMap((book) => book.messages)], flags);
};

/** Who sends to whom by what server; without one of them nothing is sent. A dry run needs no server, but looks at one. */
function readAddresses({ to, from, dryRun }: Flags): Result<Addresses | undefined> {
  const isBare = dryRun === true && !process.env['OCTAVO_SMTP_URL'];
  const server = isBare ? { value: undefined, messages: [] } : mailServer(process.env);
  const messages = [...server.messages];
  const address = (given: unknown, flag: string) => {
    const { value, messages: own } = demandAddress(typeof given === 'string' ? given : '', flag);
    messages.push(...own);
    return value;
  };
  const recipient = address(to, '--to');
  // Most servers know their users by their addresses.
  const sender = server.value && address(from ?? server.value.user, '--from');
  if (recipient !== undefined && isBare) return { value: { to: recipient }, messages };
  if (!server.value || recipient === undefined || sender === undefined) return { value: undefined, messages };
  return { value: { to: recipient, by: { from: sender, server: server.value } }, messages };
}

async function sendOne(
  { path, shown: file, bytes: dry }: BookFile,
  { to, by }: Addresses,
  flags: Flags,
): Promise<Sent> {
  let bytes: Uint8Array;
  try {
    bytes = dry ?? (await readWhole(path));
  } catch (cause) {
    const reason = `Could not read the file: ${whyUnread(cause)}`;
    return { file, size: 0, sent: false, messages: [error('send:unreadable', reason, { path: file })] };
  }
  const messages = refusalOf(file, bytes.length, to);
  if (!hasErrors(messages) && /\.epub$/iu.test(file)) messages.push(...(await faultsFor(bytes, file, to)));
  const sound = !hasErrors(messages);
  if (sound && by && !flags.dryRun) {
    const mail = { from: by.from, to, name: basename(path), path: file, bytes };
    messages.push(...(await sendMail(mail, by.server, { insecure: flags.insecure === true })));
  }
  return { file, size: bytes.length, sent: !hasErrors(messages) && !flags.dryRun, messages };
}

const notTried = (books: number): Message =>
  warning(
    'send:not-tried',
    `The mail server refuses every mail, so ${counted(books, 'book')} ${books === 1 ? 'was' : 'were'} not tried`,
    {
      hint: 'Run the command again when that is put right.',
    },
  );

const hasErrors = (messages: readonly Message[]): boolean =>
  messages.some(({ severity }) => severity === 'error');

/**
 * What the service behind an address would refuse a book for. It drops one with faults without a word, or with one that
 * says nothing: `E999`. People and other services are sent what they are sent.
 */
async function faultsFor(bytes: Uint8Array, file: string, address: string): Promise<Message[]> {
  const shops = SHOPS.filter(({ name }) => name === shopOf(address));
  if (shops.length === 0) return [];
  const { messages } = await check(bytes, { path: file });
  return [
    ...messages.filter(({ severity }) => severity === 'error'),
    ...checkForShops(bytes, file, shops).filter(({ severity }) => severity !== 'info'),
  ];
}

function report({ to }: Addresses, books: readonly Sent[], told: readonly Message[], flags: Flags): void {
  const messages = [...told, ...books.flatMap((book) => book.messages)];
  if (flags.json) {
    terminal.json({ to, books, messages: told });
    return;
  }
  terminal.messages(shown(messages, flags));
  if (flags.quiet) return;
  const fit = books.filter((book) => book.messages.length === 0);
  for (const { file, size, sent } of fit) {
    terminal.print(`${harmless(file)}: ${sent ? 'sent' : 'would be sent'} to ${to} (${sized(size)})`);
  }
  const first = firstStep(to);
  if (fit.length > 0 && first !== undefined) terminal.error(first);
}

/** What the server refused is no fault of the book's. */
function codeOf(messages: readonly Message[], flags: Flags): number {
  const own = new Set(['send:format', 'send:too-large']);
  const isOfServer = ({ id }: Message) => id.startsWith('send:') && !own.has(id);
  return messages.some(isOfServer) ? EXIT.usage : exitCode(messages, flags);
}
