/** Threads that make books: as many as are asked for, each with the limit of memory that one build has. */
import { availableParallelism } from 'node:os';
import type { BuildOptions, Makers } from '../../pipeline/build.js';
import { fatal, quotable } from '../../diagnostics.js';
import { faultOf } from '../../faults.js';
import { CONFIG } from '../../io/config-place.js';
import type { MadeBook, MakeHelp, MakeOptions } from '../../pipeline/making.js';
import { ENDED, openThreads } from '../../pipeline/threads.js';
import type { Message, RawBook } from '../../types.js';

/** What a thread is asked for. */
export interface Order {
  raw: RawBook;
  options: MakeOptions;
  /** Whether the files are inspected before they are written. */
  check: boolean;
}

/** How far it is. */
export type Stage = Parameters<NonNullable<MakeHelp['progress']>>[0];

/** A thread takes half a second to be ready: these many books, or bytes of them, take longer here. */
const FEW_BOOKS = 8;
const FEW_BYTES = 1_000_000;

/** Books that may wait to be written, for each thread. */
const AHEAD = 4;

/**
 * The threads for `jobs` books at a time, or for as many as there are cores, where that is worth their start.
 * `program` is what runs in them.
 */
export function makersFor(
  jobs: number | undefined,
  check: boolean,
  program: URL = new URL('./maker.js', import.meta.url),
): NonNullable<BuildOptions['makers']> {
  return (books) => {
    const bytes = books.flatMap(({ files }) => files).reduce((sum, file) => sum + file.bytes.length, 0);
    const isMuch = books.length >= FEW_BOOKS || bytes >= FEW_BYTES;
    const count = Math.min(books.length, jobs ?? (isMuch ? availableParallelism() : 1));
    return count > 1 ? open(count, check, program) : undefined;
  };
}

function open(count: number, check: boolean, program: URL): Makers {
  const threads = openThreads<Order, MadeBook, Stage>(count, program);
  return {
    ahead: count * AHEAD,
    make: (raw, options, progress) =>
      threads
        .ask({ raw, options, check }, () => progress('start'), progress)
        .catch((cause: unknown) => ({
          facts: lost(raw, hasEnded(cause, options) ? strayIn(raw, cause) : faultOf(cause, raw, 'thread')),
          files: [],
          looked: [],
        })),
    close: threads.close,
  };
}

/** Whether a thread ended in which programs of a configuration ran. */
const hasEnded = (cause: unknown, { configFolder }: MakeOptions): cause is Error =>
  configFolder !== undefined && cause instanceof Error && 'code' in cause && cause.code === ENDED;

const strayIn = ({ path }: RawBook, { message }: Error): Message =>
  fatal('plugin:stray', `Something that \`${CONFIG}\` runs failed by itself: ${quotable(message)}`, {
    path,
    hint: 'The book was not built. Take its plugins out one by one, or build with `--no-config`.',
  });

const lost = (raw: RawBook, message: MadeBook['facts']['messages'][number]): MadeBook['facts'] => ({
  name: raw.name,
  title: raw.name,
  sections: 0,
  words: 0,
  changes: 0,
  unsure: 0,
  messages: [message],
});
