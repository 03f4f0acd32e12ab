/** `octavo enqueue`. */
import {
  openArchive,
  Refusal,
  type Archive,
  type EnqueueOptions,
  type QueuedBook,
} from '../../archive/index.js';
import { formatsIn } from '../../config/formats.js';
import { counted } from '../../text/numbers.js';
import type { Message } from '../../types.js';
import { archiveConfig, archivePlaces } from './places.js';
import { EXIT, type Action, type Flags } from '../command.js';
import { countsIn } from '../counts.js';
import { sourceDateEpoch } from '../build/epoch.js';
import { exitCode } from '../exit.js';
import { harmless, shown, sized, terminal } from '../terminal.js';

export const enqueueCommand: Action = async (names, flags) => {
  const counts = countsIn(flags, ['priority'], '10');
  const { value: epoch, messages: wrong } = sourceDateEpoch(process.env);
  terminal.messages(wrong);
  if (!counts || wrong.length > 0) return EXIT.usage;
  const options: EnqueueOptions = {
    manuscripts: String(flags.manuscripts),
    books: names,
    dryRun: flags.dryRun === true,
    ...counts,
    ...(epoch === undefined ? {} : { epoch }),
    ...(flags.format === undefined ? {} : { formats: formatsIn(String(flags.format)) }),
    ...(flags.theme === undefined ? {} : { theme: String(flags.theme) }),
    progress: ({ book }, index, count) => {
      terminal.status(`[${String(index + 1)}/${String(count)}] ${harmless(book)}: asking …`);
    },
  };
  const tell = (message: Message): void => {
    terminal.clearStatus();
    if (message.severity !== 'info' || !flags.quiet) terminal.messages([message]);
  };
  let archive: Archive | undefined;
  try {
    archive = await openArchive({ ...archivePlaces(flags), config: await archiveConfig(flags), tell });
    const { books, messages } = await archive.enqueue(options);
    if (flags.wait && !flags.dryRun) await waitFor(books, archive, options);
    terminal.clearStatus();
    return report(books, messages, flags);
  } catch (cause) {
    if (!(cause instanceof Refusal)) throw cause;
    if (flags.json) terminal.json({ books: [], messages: [cause.told] });
    else terminal.messages([cause.told]);
    return EXIT.usage;
  } finally {
    await archive?.close();
  }
};

/** Jobs that are looked at together; those behind them are done later. */
const WIDTH = 50;
/** How often a book is asked for anew whose job the queue has lost. */
const AGAIN = 2;

/** Waits until each book is made or has failed, and fills in what became of it. */
async function waitFor(books: QueuedBook[], archive: Archive, options: EnqueueOptions): Promise<void> {
  const open = books.filter(({ state }) => state === 'queued');
  let done = 0;
  const wait = async (book: QueuedBook): Promise<void> => {
    for (let tries = 0; ; tries++) {
      const finished = await archive.finished(book.key ?? '');
      const isLost = 'messages' in finished && finished.messages.some(({ id }) => id === 'archive:lost');
      if (isLost && tries < AGAIN) {
        await archive.enqueue({ ...options, books: [book.path] });
        continue;
      }
      if ('record' in finished) Object.assign(book, finished);
      else book.messages.push(...finished.messages);
      return;
    }
  };
  const take = async (): Promise<void> => {
    for (let book = open.shift(); book; book = open.shift()) {
      await wait(book);
      done += 1;
      terminal.status(`[${String(done)}/${String(done + open.length)}] ${harmless(book.book)}: done`);
    }
  };
  await Promise.all(Array.from({ length: WIDTH }, take));
}

function report(books: readonly QueuedBook[], told: readonly Message[], flags: Flags): number {
  const messages = [
    ...told,
    ...books.flatMap((book) => [...book.messages, ...(book.record?.messages ?? [])]),
  ];
  if (flags.json) terminal.json({ books, messages: told });
  else {
    terminal.messages(shown(messages, flags));
    for (const book of flags.quiet ? [] : books)
      terminal.print(`${harmless(book.book)}: ${fateOf(book, flags)}`);
    const queued = books.filter(({ state }) => state === 'queued').length;
    if (!flags.quiet && books.length > 1)
      terminal.error(`${counted(queued, 'book')} asked for, ${String(books.length - queued)} not`);
  }
  return exitCode(messages, flags);
}

/** What became of a book, in a few words. */
function fateOf({ record, state, size = 0, messages }: QueuedBook, flags: Flags): string {
  if (record && record.files.length > 0)
    return record.files.map((file) => `${file.file} (${sized(file.size)})`).join(', ');
  if (record || state === 'refused' || messages.some(({ fatal }) => fatal)) return 'not built';
  return `${flags.dryRun ? 'would be asked for' : 'asked for'} (${sized(size)} of sources)`;
}
