/** `octavo work`. */
import { Refusal, work, type WorkedBook } from '../../archive/index.js';
import { counted } from '../../text/numbers.js';
import type { Message } from '../../types.js';
import { archiveConfig, archivePlaces } from './places.js';
import { EXIT, type Action, type Flags } from '../command.js';
import { countsIn } from '../counts.js';
import { harmless, shown, sized, terminal } from '../terminal.js';

export const workCommand: Action = async (_, flags) => {
  const counts = countsIn(flags, ['jobs', 'time', 'memory', 'rate'], '4');
  if (!counts) return EXIT.usage;
  const { jobs, time, memory, rate } = counts;
  const tally = { built: 0, known: 0, failed: 0, again: 0 };
  try {
    const worker = await work({
      ...archivePlaces(flags),
      config: await archiveConfig(flags),
      ...(jobs === undefined ? {} : { jobs }),
      ...(time === undefined ? {} : { seconds: time }),
      ...(memory === undefined ? {} : { mebibytes: memory }),
      ...(rate === undefined ? {} : { rate }),
      tell: (message) => {
        tell(message, flags);
      },
      done: (book) => {
        tally[book.state] += 1;
        report(book, flags);
      },
    });
    if (!flags.quiet) terminal.error('Waiting for books. Ctrl-C stops.');
    await stopped(flags);
    await worker.close();
  } catch (cause) {
    if (!(cause instanceof Refusal)) throw cause;
    terminal.messages([cause.told]);
    return EXIT.usage;
  }
  if (!flags.quiet) terminal.error(`${counted(tally.built, 'book')} built, ${String(tally.failed)} failed`);
  return EXIT.clean;
};

/** Waits until the user or the system ends the work; a second time ends it at once. */
function stopped(flags: Flags): Promise<void> {
  return new Promise((resolve) => {
    let times = 0;
    const end = (): void => {
      times += 1;
      if (times > 1) process.exit(EXIT.usage);
      if (!flags.quiet) terminal.error('Ending with the books at work. Once more ends at once.');
      resolve();
    };
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, end);
  });
}

/** Outages, which are said when they begin and end, whatever else is. */
function tell(message: Message, flags: Flags): void {
  if (message.severity !== 'info' || !flags.quiet) terminal.messages([message]);
}

function report(book: WorkedBook, flags: Flags): void {
  const { record, reason, state, key } = book;
  if (flags.json) {
    const { files = [], messages = [] } = record ?? {};
    terminal.json(
      { key, book: book.book, state, files, messages, ...(reason === undefined ? {} : { reason }) },
      undefined,
      0,
    );
    return;
  }
  if (record) terminal.messages(shown(record.messages, flags));
  const name = harmless(book.book);
  const words = {
    built: () => (record?.files ?? []).map(({ file, size }) => `${file} (${sized(size)})`).join(', '),
    known: () => 'built before',
    failed: () => `failed${record ? '' : `: ${harmless(reason ?? '')}`}`,
    again: () => `failed, and is tried again: ${harmless(reason ?? '')}`,
  }[state]();
  if (state === 'failed' || state === 'again') terminal.error(`${name}: ${words}`);
  else if (!flags.quiet) terminal.print(`${name}: ${words}`);
}
