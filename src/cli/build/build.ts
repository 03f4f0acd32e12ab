/** `octavo build`. */
import {
  build,
  findBooks,
  runStages,
  sortMessages,
  type BuildProgress,
  type BuiltBook,
} from '../../index.js';
import { formatsIn } from '../../config/formats.js';
import type { Boundary } from '../../config/options.js';
import { isFatal, quotable } from '../../diagnostics.js';
import type { LoadedConfig } from '../../plugins/types.js';
import { counted } from '../../text/numbers.js';
import type { Message } from '../../types.js';
import { sourceDateEpoch } from './epoch.js';
import { exitCode } from '../exit.js';
import { inspect } from './inspect.js';
import { cacheFolder } from '../cache.js';
import { countsIn } from '../counts.js';
import { makersFor } from './makers.js';
import { EXIT, type Action, type Flags } from '../command.js';
import { asTyped, harmless, shown, sized, terminal } from '../terminal.js';
import { configAgain, configOf } from '../run-config.js';
import { buildAgain, watchedPlaces } from './watch.js';

/** A book that takes longer than this, in milliseconds, shows how far it is. */
const A_BLINK = 300;

export const buildCommand: Action = async (names, flags) => {
  const cwd = process.cwd();
  const { value: epoch, messages: wrong } = sourceDateEpoch(process.env);
  if (wrong.length > 0) {
    terminal.messages(wrong);
    return EXIT.usage;
  }
  const options = {
    cwd,
    config: configOf(flags),
    manuscripts: String(flags.manuscripts),
    books: names,
    ...(epoch === undefined ? {} : { epoch }),
    ...(flags.theme === undefined ? {} : { theme: String(flags.theme) }),
  };
  if (flags.to !== undefined && flags.watch) {
    terminal.error('octavo: `--to` prints a stage once; leave out `--watch`');
    return EXIT.usage;
  }
  if (flags.to !== undefined) return printBoundary(flags.to as Boundary, options, flags);

  const counts = countsIn(flags, ['jobs'], '4');
  if (!counts) return EXIT.usage;

  const once = async (isFirst: boolean, signal?: AbortSignal): Promise<number> => {
    const times = new Map<string, number>();
    const again = isFirst ? { value: configOf(flags), messages: [] } : await configAgain(flags);
    if (again.messages.some(isFatal)) {
      terminal.messages(shown(again.messages, flags));
      return EXIT.usage;
    }
    const result = await build({
      ...options,
      out: String(flags.out),
      ...(flags.format === undefined ? {} : { formats: formatsIn(String(flags.format)) }),
      progress: (event) => {
        follow(event, times);
      },
      // After the first build, this thread is warm and has kept what did not change.
      ...(isFirst ? { makers: makersFor(counts.jobs, flags.check === true) } : {}),
      ...(flags.check ? { inspect } : {}),
      config: again.value,
      cache: cacheFolder(process.env),
      ...(signal ? { signal } : {}),
      force: isFirst && flags.force === true,
    });
    terminal.clearStatus();
    const all = [...result.messages, ...result.books.flatMap((book) => book.messages)];
    if (flags.json) terminal.json(result);
    else {
      terminal.messages(shown(result.messages, flags));
      const told = result.books.filter((book) => isFirst || !book.unchanged);
      for (const book of told) report(book, times.get(book.name) ?? 0, flags);
    }
    return exitCode(all, flags);
  };
  return flags.watch ? buildAgain(await watchedPlaces(cwd, names, flags), once) : once(true);
};

const STAGE_WORDS: Record<BuildProgress['stage'], string> = {
  start: 'reading',
  read: 'setting the type',
  typeset: 'composing',
  compose: 'packing',
  write: 'writing',
  done: 'done',
};

/** Milliseconds from some point on; `performance` would load six modules of Node's, 3 ms. */
const clock = (): number => Number(process.hrtime.bigint()) / 1e6;

function follow({ book, index, count, stage }: BuildProgress, times: Map<string, number>): void {
  const now = clock();
  if (stage === 'start') times.set(book, now);
  else if (stage === 'done') times.set(book, now - (times.get(book) ?? now));
  const began = times.get(book) ?? now;
  if (stage !== 'done' && (count > 1 || now - began > A_BLINK)) {
    terminal.status(`[${String(index + 1)}/${String(count)}] ${harmless(book)}: ${STAGE_WORDS[stage]} …`);
  }
}

function report(book: BuiltBook, milliseconds: number, flags: Flags): void {
  terminal.messages(shown(book.messages, flags));
  if (flags.quiet) return;
  const count = (severity: Message['severity']) =>
    book.messages.filter((message) => message.severity === severity).length;
  const [first, ...others] = book.files;
  const facts = [
    counted(book.sections, 'section'),
    counted(book.words, 'word'),
    ...(first ? [sized(first.size)] : []),
    book.unchanged ? 'unchanged' : `${(milliseconds / 1000).toFixed(2)} s`,
    ...(book.unsure > 0
      ? [`${counted(book.unsure, 'unsure mark')} ${asTyped(`(octavo proof ${book.name})`)}`]
      : []),
    ...(count('error') > 0 ? [counted(count('error'), 'error')] : []),
    ...(count('warning') > 0 ? [counted(count('warning'), 'warning')] : []),
    ...(count('info') > 0 && !flags.verbose ? [`${counted(count('info'), 'note')} with --verbose`] : []),
  ];
  const what = `${first?.file ?? `${book.name}: not written`}  ${quotable(book.title)}`;
  terminal.print(`${harmless(what)}: ${facts.join(', ')}`);
  for (const { file, size } of others) terminal.print(`${harmless(file)}: ${sized(size)}`);
}

async function printBoundary(
  boundary: Boundary,
  options: {
    cwd: string;
    config: LoadedConfig | undefined;
    manuscripts: string;
    books: string[];
    epoch?: number;
  },
  flags: Flags,
): Promise<number> {
  const found = await findBooks({ ...options, names: options.books });
  const messages = [...found.messages];
  for (const raw of found.value) {
    const stages = await runStages(raw, { ...options, upTo: boundary === 'mdast' ? 'book' : 'package' });
    messages.push(...stages.messages);
    const value = { mdast: stages.typeset?.manuscripts, hast: stages.documents, package: stages.package }[
      boundary
    ];
    if (value) terminal.json(value, printable);
  }
  terminal.messages(shown(sortMessages(messages), flags));
  return exitCode(messages, flags);
}

/** Bytes are printed as their number. `this` holds the value as it is, before `Buffer` makes JSON of itself. */
function printable(this: Readonly<Record<string, unknown>>, key: string, value: unknown): unknown {
  const own = this[key];
  return own instanceof Uint8Array ? `${String(own.length)} bytes` : value;
}
