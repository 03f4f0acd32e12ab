/** The side that asks for books: sources into the store, jobs into the queue, and the waiting for what becomes of them. */
import { resolve } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import type { Queue } from 'bullmq';
import { MANUSCRIPTS, themesBeside } from '../config/folders.js';
import type { Format } from '../config/formats.js';
import { fatal, isFatal, sortMessages } from '../diagnostics.js';
import type { Store } from '../io/store.js';
import { packageVersion } from '../io/templates.js';
import type { LoadedConfig } from '../plugins/types.js';
import { findBooks } from '../pipeline/books.js';
import { sourcesOf } from '../pipeline/sources.js';
import { sha256 } from '../text/digest.js';
import type { Message, RawBook } from '../types.js';
import { hashOfConfig } from './config.js';
import { inOrder, keyOf, sourcesName, type JobOrder } from './job.js';
import { outagesOf, type Outage } from './outage.js';
import { excessOf, packParcel } from './parcel.js';
import { gaveUp, queueProblem, Refusal, storeProblem } from './problems.js';
import { JOB_OPTIONS, openLink, PREFIX, queueName, type JobResult } from './queue.js';
import { readRecord, type BookRecord } from './record.js';
import { openStore, proveStore } from './store.js';

export interface ArchiveOptions {
  /** The address of Redis: `redis://user:password@host:6379`. */
  queue: string;
  /** The place of the store: a folder, or `s3://bucket/folder`. */
  store: string;
  /** Absolute folder that all paths, and those in messages, are relative to. */
  cwd: string;
  /** The operator's configuration, from `loadConfig`: that of the workers that are to make the books. */
  config?: LoadedConfig | undefined;
  /** Hears what goes wrong with the queue and the store, and that it is over. */
  tell?: (message: Message) => void;
}

export interface EnqueueOptions {
  /** Books by name or path; all of them where there is none. */
  books?: readonly string[];
  /** Folder of the manuscripts. */
  manuscripts?: string;
  /** What the books are written as; it goes before what they say themselves. */
  formats?: readonly Format[];
  /** The theme that goes before their own. */
  theme?: string;
  /** SOURCE_DATE_EPOCH, in seconds. */
  epoch?: number;
  /** Of the books that wait, those with the smallest number are made first; 0 by default. */
  priority?: number;
  /** Asks for nothing and writes nothing: what would become of each book. */
  dryRun?: boolean;
  /** Hears of each book as it was asked for. */
  progress?: (book: QueuedBook, index: number, count: number) => void;
}

/** A book that was asked for. */
export interface QueuedBook {
  /** Its name and its path, as in messages. */
  book: string;
  path: string;
  /** The id of its job, and the name of its results; none where it cannot be asked for. */
  key?: string;
  /** `known`: it is in the store, and needs no job. `refused`: the messages say why. */
  state: 'queued' | 'known' | 'refused';
  /** In bytes, packed. */
  size?: number;
  record?: BookRecord;
  messages: Message[];
}

/** What became of a key in the end: its record, or why there is none. */
export type Finished = { record: BookRecord } | { messages: Message[] };

export interface Archive {
  /** Asks for books; one that was asked for before, by anybody, is not made again. */
  enqueue: (options: EnqueueOptions) => Promise<{ books: QueuedBook[]; messages: Message[] }>;
  /** Waits for the book of a key that was asked for. `told` hears how far it is. */
  finished: (key: string, signal?: AbortSignal) => Promise<Finished>;
  /** The bytes of a file of the store: an ebook, as its record names it. */
  read: (file: string) => Promise<Uint8Array | undefined>;
  close: () => Promise<void>;
}

/** How often a job that is waited for is looked at, in milliseconds: at first, and at most. */
const LOOK = 50;
const SELDOM = 2000;

/**
 * Opens an archive to ask for books: a connection for as many of them as come.
 *
 * @throws Refusal where an address is none, a package is missing, or the queue or the store is away or refuses the user.
 */
export async function openArchive(options: ArchiveOptions): Promise<Archive> {
  const { cwd, config, tell = () => undefined } = options;
  const hash = config && (await hashOfConfig(config));
  const stop = new AbortController();
  const { signal } = stop;
  const store = await openStore(options.store, cwd);
  let queues: Outage | undefined;
  const error = (cause: unknown, at: string): void => {
    queues ??= outagesOf({ place: at, problem: queueProblem, tell, signal });
    if (!signal.aborted) queues.begin(cause);
  };
  const heard = { error, ready: () => queues?.end() };
  const { bull, connection, place } = await openLink(options.queue, { heard, isPatient: false });
  await proveStore(store).catch((cause: unknown) => {
    connection.disconnect();
    throw new Refusal(storeProblem(cause, store.place));
  });
  const outages = outagesOf({ place: store.place, problem: storeProblem, tell, signal });
  const queue: Queue<JobOrder, JobResult> = new bull.Queue(queueName(hash), { connection, prefix: PREFIX });
  queue.on('error', (cause) => {
    error(cause, place);
  });

  const add = async (key: string, order: JobOrder, priority: number): Promise<BookRecord | undefined> => {
    const state = await queue.getJobState(key);
    if (state === 'failed' || state === 'completed') {
      const record = await outages.outlast(() => readRecord(store, key));
      if (record) return record;
      // A job that is over and has left no record is in the way of its next.
      await queue.remove(key);
    }
    // A panel shows jobs by their names.
    await queue.add(order.book, order, {
      ...JOB_OPTIONS,
      jobId: key,
      ...(priority > 0 ? { priority } : {}),
    });
    return undefined;
  };

  return {
    enqueue: (asked) => enqueueAll(asked, { cwd, config, hash, store, outages, add }),
    async finished(key, ended) {
      for (let wait = LOOK; ; wait = Math.min(wait * 1.5, SELDOM)) {
        // Before the store: what is made in between is found there.
        const job = await queue.getJob(key);
        const state = await job?.getState();
        if (job === undefined || state === 'completed' || state === 'failed' || state === 'unknown') {
          const record = await outages.outlast(() => readRecord(store, key));
          if (record) return { record };
          const { book = key } = job?.data ?? {};
          if (state === 'failed') return { messages: [gaveUp(book, job?.failedReason ?? '')] };
          if (job === undefined) return { messages: [lost(key)] };
        }
        await setTimeout(wait, undefined, ended ? { signal: ended } : {});
      }
    },
    read: (file) => outages.outlast(() => store.read(file)),
    async close() {
      stop.abort();
      await queue.close();
      connection.disconnect();
    },
  };
}

const lost = (key: string): Message =>
  fatal('archive:lost', `The queue has no job \`${key}\`, and the store no book of it`, {
    hint: 'Ask for the book again.',
  });

interface Asking {
  cwd: string;
  config: LoadedConfig | undefined;
  /** Of the configuration. */
  hash: string | undefined;
  store: Store;
  outages: Outage;
  /** Adds a job; the record of one that was over meanwhile. */
  add: (key: string, order: JobOrder, priority: number) => Promise<BookRecord | undefined>;
}

/**
 * Books that are packed and asked for at the same time, and in memory: the disk of one works while another waits for the
 * network.
 */
const WIDTH = 8;

async function enqueueAll(
  options: EnqueueOptions,
  asking: Asking,
): Promise<{ books: QueuedBook[]; messages: Message[] }> {
  const { manuscripts = MANUSCRIPTS, books: names = [], progress } = options;
  const books: QueuedBook[] = [];
  const begun = new Set<Promise<void>>();
  const { messages } = await findBooks({
    cwd: asking.cwd,
    manuscripts,
    ...(names.length > 0 ? { names: [...names] } : {}),
    async take(raw, index, count) {
      const work = enqueueOne(raw, options, asking).then((book) => {
        books[index] = book;
        begun.delete(work);
        progress?.(book, index, count);
      });
      // What fails is thrown where it is waited for.
      work.catch(() => undefined);
      begun.add(work);
      if (begun.size >= WIDTH) await Promise.race(begun);
    },
  });
  await Promise.all(begun);
  // A book that could not be read has left its place empty.
  return { books: books.filter(() => true), messages: sortMessages(messages) };
}

async function enqueueOne(raw: RawBook, options: EnqueueOptions, asking: Asking): Promise<QueuedBook> {
  const { cwd, config, hash, store, outages, add } = asking;
  const { manuscripts = MANUSCRIPTS, formats, theme, epoch, priority = 0, dryRun = false } = options;
  const themes = resolve(cwd, themesBeside(manuscripts));
  const { value, messages } = await sourcesOf(raw, {
    cwd,
    themes,
    config,
    ...(theme === undefined ? {} : { theme }),
  });
  const book = { book: raw.name, path: raw.path };
  const bytes = [...value.files.values()].reduce((sum, file) => sum + file.length, 0);
  const excess = excessOf(value.files.size, bytes);
  if (excess !== undefined) messages.push(tooLarge(raw.path, excess));
  if (messages.some(isFatal)) return { ...book, state: 'refused', messages };
  const parcel = packParcel(value.files);
  const order: JobOrder = {
    octavo: packageVersion(),
    sources: sha256(parcel),
    book: value.book,
    ...(formats === undefined ? {} : { formats: inOrder(formats) }),
    ...(value.theme === undefined ? {} : { theme: value.theme }),
    ...(epoch === undefined ? {} : { epoch }),
    ...(hash === undefined ? {} : { config: hash }),
  };
  const key = keyOf(order);
  const size = parcel.length;
  const record = await outages.outlast(() => readRecord(store, key));
  const known = (found: BookRecord): QueuedBook => ({
    ...book,
    key,
    state: 'known',
    size,
    record: found,
    messages,
  });
  if (record) return known(record);
  if (!dryRun) {
    await outages.outlast(() => store.write(sourcesName(order.sources), parcel));
    const late = await add(key, order, priority);
    if (late) return known(late);
  }
  return { ...book, key, state: 'queued', size, messages };
}

const tooLarge = (path: string, excess: string): Message =>
  fatal('archive:too-large', `This book is too large for an archive: it has ${excess}`, {
    path,
    hint: 'Move what is no part of the book out of its folder.',
  });
