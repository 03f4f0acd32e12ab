/**
 * The queue: BullMQ's, on Redis or Valkey. A version of Octavo has one of its own, and so has a configuration, whose jobs
 * no other takes.
 */
import type * as Bull from 'bullmq';
import type { Redis } from 'ioredis';
import { packageVersion } from '../io/templates.js';
import type { JobOrder } from './job.js';
import { badAddress, notInstalled, queueProblem, Refusal } from './problems.js';
import { addressIn } from './store.js';

/** What all keys in Redis begin with. */
export const PREFIX = 'octavo';
/** The queue of this version, and of the configuration of a hash. */
export const queueName = (config?: string): string =>
  [`books-${packageVersion()}`, ...(config === undefined ? [] : [config.slice(0, 12)])].join('-');

/** How often a book is tried before its job fails for good, and how long to wait in between, in milliseconds. */
export const TRIES = 3;
const BACK_OFF = { type: 'exponential', delay: 2000 } as const;

/** Jobs that are done stay for a day, some thousand of them, for whoever looks at a panel; failed ones for a month. */
const DAY = 24 * 60 * 60;
export const JOB_OPTIONS: Bull.JobsOptions = {
  attempts: TRIES,
  backoff: BACK_OFF,
  removeOnComplete: { age: DAY, count: 5000 },
  removeOnFail: { age: 30 * DAY, count: 100_000 },
  keepLogs: 100,
  stackTraceLimit: 20,
};

/**
 * How long a job is a worker's without a sign of life, and how often the others look for such jobs, in milliseconds. A
 * worker's own thread is never busy, so that it is dead where it gives none.
 */
export const LIFE = { lockDuration: 15_000, stalledInterval: 5000 } as const;

/** What a job gives back. */
export interface JobResult {
  title: string;
  files: string[];
}

export type BookJob = Bull.Job<JobOrder, JobResult>;

export interface Link {
  bull: typeof Bull;
  connection: Redis;
  /** What the queue is called in messages: without user and password. */
  place: string;
}

export interface LinkOptions {
  /** Hears every error of the connection, and that it is ready. */
  heard: { error: (cause: unknown, place: string) => void; ready: () => void };
  /** Waits for a queue that is not there yet. */
  isPatient: boolean;
}

/**
 * Connects to the queue at an address such as `redis://host:6379`. A connection that is cut is made again.
 *
 * @throws Refusal where the address is none, the packages are missing, or the queue is away or refuses the user.
 */
export async function openLink(address: string, { heard, isPatient }: LinkOptions): Promise<Link> {
  const url = addressIn(address.replace(/^valkey(s?):/u, 'redis$1:'));
  if (!url || !/^rediss?:$/u.test(url.protocol) || url.hostname === '')
    throw new Refusal(badAddress('--queue', 'redis://localhost:6379'));
  const place = `${url.protocol}//${url.hostname}:${url.port === '' ? '6379' : url.port}`;
  // Few people have an archive, and they weigh 13 MB.
  const packages = await Promise.all([import('bullmq'), import('ioredis')]).catch(() => undefined);
  if (!packages) throw new Refusal(notInstalled('a queue', 'bullmq ioredis'));
  const [bull, redis] = packages;
  let isOpen = false;
  const connection = new redis.Redis(url.href, {
    connectionName: 'octavo',
    // A command waits for its connection, however long.
    maxRetriesPerRequest: null,
    retryStrategy: (times) => Math.min(100 * 2 ** Math.min(times, 10), 5000),
  });
  connection.on('ready', () => {
    heard.ready();
  });
  await new Promise<void>((resolve, reject) => {
    connection.once('ready', resolve);
    connection.on('error', (cause: unknown) => {
      const problem = queueProblem(cause, place);
      const isEnd = !isOpen && (!isPatient || problem.id === 'archive:queue-refused');
      if (!isEnd) return heard.error(cause, place);
      connection.disconnect();
      reject(new Refusal(problem));
    });
  });
  isOpen = true;
  return { bull, connection, place };
}
