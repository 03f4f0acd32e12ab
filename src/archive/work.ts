/** A worker: takes books off the queue, has each made in a process of its own within limits, and puts it into the store. */
import { availableParallelism } from 'node:os';
import { forkProgram } from '../io/programs.js';
import { packageVersion } from '../io/templates.js';
import { removeFolder, temporaryFolder } from '../io/temporary.js';
import type { LoadedConfig } from '../plugins/types.js';
import { openThreads } from '../pipeline/threads.js';
import type { Message } from '../types.js';
import type { BuilderAnswer, BuilderOrder } from './builder.js';
import { hashOfConfig } from './config.js';
import { orderIn, type JobOrder } from './job.js';
import { outagesOf, type Outage } from './outage.js';
import { diskProblem, queueProblem, Refusal, storeProblem } from './problems.js';
import { LIFE, openLink, PREFIX, queueName, type BookJob, type JobResult } from './queue.js';
import type { BookRecord } from './record.js';
import { openStore, proveStore } from './store.js';
import { take, type Outcome } from './take.js';

export interface WorkOptions {
  /** The address of Redis: `redis://user:password@host:6379`. */
  queue: string;
  /** The place of the store: a folder, or `s3://bucket/folder`. */
  store: string;
  /** Folder that a folder's path is relative to. */
  cwd: string;
  /** The operator's configuration, from `loadConfig`; the worker then makes the books that are asked for with it alone. */
  config?: LoadedConfig | undefined;
  /** Books at a time; the number of cores by default. */
  jobs?: number;
  /** The most seconds that a book may take. */
  seconds?: number;
  /** The most memory that the process of a book may take, in MiB: its heap, and bytes beside it such as pictures. */
  mebibytes?: number;
  /** The most books that all workers together may begin in a second. */
  rate?: number;
  /** Hears what goes wrong with the queue and the store, and that it is over. */
  tell?: (message: Message) => void;
  /** Hears of each book that is done with. */
  done?: (book: WorkedBook) => void;
}

/** What became of a job. */
export interface WorkedBook {
  key: string;
  /** The book's folder or file. */
  book: string;
  /** `known`: it was in the store. `failed`: for good. `again`: it is tried once more. */
  state: 'built' | 'known' | 'failed' | 'again';
  record?: BookRecord;
  /** Why it failed. */
  reason?: string;
}

export interface BookWorker {
  /** Takes no more jobs, lets those at work come to their end, and lets go of everything. */
  close: () => Promise<void>;
}

/** What a book may take: War and Peace takes 4 seconds and 400 MiB. */
export const SECONDS = 120;
export const MEBIBYTES = 1024;

/** How often a panel hears how far a book is, in milliseconds; most are done before. */
const PROGRESS = 500;

/** Troubles of a store that a worker waits for as it begins; others are told of by whoever began it. */
const PASSING: ReadonlySet<string> = new Set(['archive:store-away', 'archive:store-full']);

/** What BullMQ says of a job that another worker has taken over meanwhile: it is in good hands. */
const LOST = /\block\b|Missing key/iu;

/**
 * Begins to work, and goes on until it is closed. A queue or a store that is away is waited for.
 *
 * @throws Refusal where an address is none, a package is missing, or a user is refused.
 */
export async function work(options: WorkOptions): Promise<BookWorker> {
  const { jobs = availableParallelism(), rate, tell = () => undefined, done = () => undefined } = options;
  const limits = { seconds: options.seconds ?? SECONDS, mebibytes: options.mebibytes ?? MEBIBYTES };
  const version = packageVersion();
  const configFolder = options.config?.folder;
  const config = options.config && (await hashOfConfig(options.config));
  const stop = new AbortController();
  const { signal } = stop;
  const store = await openStore(options.store, options.cwd);
  const outages = outagesOf({ place: store.place, problem: storeProblem, tell, signal });
  let queues: Outage | undefined;
  const error = (cause: unknown, place: string): void => {
    queues ??= outagesOf({ place, problem: queueProblem, tell, signal });
    if (!signal.aborted && !LOST.test((cause as Error).message)) queues.begin(cause);
  };
  const ready = (): void => queues?.end();
  const { bull, connection, place } = await openLink(options.queue, {
    heard: { error, ready },
    isPatient: true,
  });
  await proveStore(store).catch((cause: unknown) => {
    const problem = storeProblem(cause, store.place);
    if (PASSING.has(problem.id)) return outages.begin(cause);
    connection.disconnect();
    throw new Refusal(problem);
  });
  const folder = await temporaryFolder('octavo-work-');
  const disk = outagesOf({ place: folder, problem: diskProblem, tell, signal });
  const [keeper, builder] = ['./keeper.js', './builder.js'].map((file) => new URL(file, import.meta.url)) as [
    URL,
    URL,
  ];
  const begin = () => forkProgram(keeper, [String(limits.mebibytes), builder.href], limits.mebibytes);
  const threads = openThreads<BuilderOrder, BuilderAnswer, string>(jobs, begin, limits);

  /** What becomes of a job. Where the worker ends while its store is away, the job is given back. */
  async function outcomeOf(job: BookJob, token: string | undefined): Promise<Outcome> {
    const key = job.id ?? '';
    const order = orderIn(job.data, key);
    if (!order) return { state: 'failed', reason: 'This job is not what its id says [archive:forged]' };
    if (order.octavo !== version)
      return { state: 'failed', reason: `This job is for Octavo ${order.octavo} [archive:version]` };
    if (order.config !== config)
      return { state: 'failed', reason: 'This job is for another configuration [archive:config]' };
    let stage = 'read';
    const timer = setInterval(() => {
      // How far it is interests nobody where Redis is away.
      job.updateProgress({ stage }).catch(() => undefined);
    }, PROGRESS);
    const told = (name: string): void => {
      stage = name;
    };
    try {
      return await take(key, order, told, {
        store,
        outages,
        disk,
        threads,
        folder,
        configFolder,
        limits,
      });
    } catch (cause) {
      if (!signal.aborted) return { state: 'again', reason: (cause as Error).message };
      await job.moveToWait(token);
      throw new bull.WaitingError();
    } finally {
      clearInterval(timer);
    }
  }

  async function process(job: BookJob, token?: string): Promise<JobResult> {
    const outcome = await outcomeOf(job, token);
    const { state } = outcome;
    const isLast = job.attemptsMade + 1 >= (job.opts.attempts ?? 1);
    const { book } = job.data;
    done({ key: job.id ?? '', book, ...outcome, state: state === 'again' && isLast ? 'failed' : state });
    if (!('reason' in outcome)) {
      const { title, files } = outcome.record;
      return { title, files: files.map(({ file }) => file) };
    }
    await job.log(outcome.reason);
    throw state === 'failed' ? new bull.UnrecoverableError(outcome.reason) : new Error(outcome.reason);
  }

  const worker = new bull.Worker<JobOrder, JobResult>(queueName(config), process, {
    connection,
    prefix: PREFIX,
    concurrency: jobs,
    // With the one that it was taken for, three.
    maxStalledCount: 2,
    ...LIFE,
    ...(rate === undefined ? {} : { limiter: { max: rate, duration: 1000 } }),
  });
  worker.on('error', (cause) => {
    error(cause, place);
  });
  worker.on('completed', ready);
  return {
    async close() {
      stop.abort();
      await worker.close();
      connection.disconnect();
      await threads.close();
      await removeFolder(folder);
    },
  };
}
