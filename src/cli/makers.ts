/** Threads that make books: as many as are asked for, each with the limit of memory that one build has. */
import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';
import type { BuildOptions, Makers } from '../pipeline/build.js';
import { faultOf } from '../faults.js';
import type { MadeBook, MakeHelp, MakeOptions } from '../pipeline/making.js';
import type { RawBook } from '../types.js';

/** What a thread is asked for. */
export interface Order {
  raw: RawBook;
  options: MakeOptions;
  /** Whether the files are inspected before they are written. */
  check: boolean;
}

/** What a thread says: how far it is, and at the end the book, or the error of the system. */
export type Answer =
  | { stage: Parameters<NonNullable<MakeHelp['progress']>>[0] }
  | { made: MadeBook }
  | { failure: { message: string } };

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
  const idle: Worker[] = [];
  const waiting: ((thread: Worker) => void)[] = [];
  const threads = new Set<Worker>();
  const begin = (): Worker => {
    const thread = new Worker(program);
    threads.add(thread);
    return thread;
  };
  /** The thread that is free next. */
  const next = (): Promise<Worker> => {
    const free = idle.pop() ?? (threads.size < count ? begin() : undefined);
    return free ? Promise.resolve(free) : new Promise((resolve) => waiting.push(resolve));
  };
  const release = (thread: Worker): void => {
    const one = waiting.shift();
    if (one) one(thread);
    else idle.push(thread);
  };
  return {
    ahead: count * AHEAD,
    async make(raw, options, progress) {
      const thread = await next();
      progress('start');
      try {
        const made = await answerOf(thread, { raw, options, check }, progress);
        release(thread);
        return made;
      } catch (cause) {
        // A book that takes its thread with it leaves the others theirs.
        threads.delete(thread);
        await thread.terminate();
        if (waiting.length > 0) release(begin());
        return { facts: lost(raw, faultOf(cause, raw, 'thread')), files: [], looked: [] };
      }
    },
    async close() {
      await Promise.all([...threads].map((thread) => thread.terminate()));
    },
  };
}

const lost = (raw: RawBook, message: MadeBook['facts']['messages'][number]): MadeBook['facts'] => ({
  name: raw.name,
  title: raw.name,
  sections: 0,
  words: 0,
  changes: 0,
  unsure: 0,
  messages: [message],
});

/** The book that a thread makes. Throws where the thread ends, and the system's errors that it met. */
function answerOf(thread: Worker, order: Order, progress: Parameters<Makers['make']>[2]): Promise<MadeBook> {
  return new Promise((resolve, reject) => {
    const end = (settle: () => void): void => {
      thread.off('message', hear).off('error', fail).off('exit', exit);
      settle();
    };
    const hear = (answer: Answer): void => {
      if ('stage' in answer) progress(answer.stage);
      else if ('made' in answer)
        end(() => {
          resolve(answer.made);
        });
      else fail(Object.assign(new Error(answer.failure.message), answer.failure));
    };
    const fail = (cause: Error): void => {
      end(() => {
        reject(cause);
      });
    };
    const exit = (code: number): void => {
      fail(new Error(`its thread ended with code ${String(code)}`));
    };
    thread.on('message', hear).on('error', fail).on('exit', exit);
    thread.postMessage(order);
  });
}
