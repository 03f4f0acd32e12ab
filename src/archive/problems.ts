/** What goes wrong between a queue, a store and a worker, in words; no password is in any of them. */
import { error, fatal, quotable } from '../diagnostics.js';
import { statusOf } from './s3.js';
import type { Message } from '../types.js';

/** A reason to stop, with the message that says so. */
export class Refusal extends Error {
  readonly told: Message;
  constructor(told: Message) {
    super(told.reason);
    this.name = 'Refusal';
    this.told = told;
  }
}

interface Words {
  id: string;
  reason: string;
  hint: string;
}

const STORE_FULL: Words = {
  id: 'archive:store-full',
  reason: 'The store {place} is full',
  hint: 'Make room there. Nothing is left half written.',
};
const STORE_REFUSED: Words = {
  id: 'archive:store-refused',
  reason: 'The store {place} refuses what is read or written there',
  hint: 'Check the permissions of the folder, or the keys in the environment (`AWS_ACCESS_KEY_ID`, `AWS_SECRET_ACCESS_KEY`) and what they allow.',
};
const STORE_MISSING: Words = {
  id: 'archive:no-store',
  reason: 'There is no store {place}',
  hint: 'Create the bucket or the folder, and check how `--store` is spelled.',
};
const STORE_AWAY: Words = {
  id: 'archive:store-away',
  reason: 'Could not reach the store {place}',
  hint: 'Check that its server runs and that this machine can reach it.',
};
const DISK_FULL: Words = {
  id: 'archive:disk-full',
  reason: 'The disk with {place} is full',
  hint: 'Make room there, or name another folder for temporary files in `TMPDIR`. The book is tried again.',
};
const QUEUE_REFUSED: Words = {
  id: 'archive:queue-refused',
  reason: 'The queue {place} refuses the user or the password',
  hint: 'Check them in `OCTAVO_QUEUE` or `--queue`: `redis://user:password@host:6379`.',
};
const QUEUE_FULL: Words = {
  id: 'archive:queue-full',
  reason: 'The queue {place} is full',
  hint: 'Give Redis more memory (`maxmemory`), or let the workers catch up first.',
};
const QUEUE_AWAY: Words = {
  id: 'archive:queue-away',
  reason: 'Could not reach the queue {place}',
  hint: 'Check that Redis runs there and that this machine can reach it.',
};

/** By the code of the system, the name of the server's error, or its status. */
const STORE: Readonly<Record<string, Words>> = {
  ENOSPC: STORE_FULL,
  EDQUOT: STORE_FULL,
  EFBIG: STORE_FULL,
  507: STORE_FULL,
  XMinioStorageFull: STORE_FULL,
  QuotaExceeded: STORE_FULL,
  EACCES: STORE_REFUSED,
  EPERM: STORE_REFUSED,
  EROFS: STORE_REFUSED,
  401: STORE_REFUSED,
  403: STORE_REFUSED,
  CredentialsProviderError: STORE_REFUSED,
  NoSuchBucket: STORE_MISSING,
  ENOTDIR: STORE_MISSING,
};

const fill = ({ id, reason, hint }: Words, place: string, said = ''): Message =>
  fatal(id, reason.replace('{place}', () => `\`${place}\``) + (said === '' ? '' : ` (${said})`), { hint });

/** What a store's error is called: by the system, the server or the client. */
const namesOf = (cause: unknown): string[] => {
  const { code, name } = cause as { code?: string; name?: string };
  return [code, name, String(statusOf(cause))].filter((one) => one !== undefined);
};

/** The message about an error of a store. */
export function storeProblem(cause: unknown, place: string): Message {
  const names = namesOf(cause);
  const known = names.find((name) => Object.hasOwn(STORE, name));
  return fill((known === undefined ? undefined : STORE[known]) ?? STORE_AWAY, place, names[0]);
}

/** The message about the disk with the temporary files. */
export const diskProblem = (cause: unknown, place: string): Message =>
  fill(DISK_FULL, place, namesOf(cause)[0]);

/** The message about an error of a queue. */
export function queueProblem(cause: unknown, place: string): Message {
  const { message, code = '' } = cause as NodeJS.ErrnoException;
  if (/^(?:WRONGPASS|NOAUTH|NOPERM|ERR AUTH|ERR invalid password)/u.test(message))
    return fill(QUEUE_REFUSED, place);
  if (/^(?:OOM|MISCONF)/u.test(message)) return fill(QUEUE_FULL, place);
  return fill(QUEUE_AWAY, place, code);
}

/** The message about packages that are installed apart, since few need them. */
export const notInstalled = (what: string, packages: string): Message =>
  fatal('archive:not-installed', `The packages for ${what} are not installed`, {
    hint: `Install them beside Octavo: \`npm install ${packages}\`.`,
  });

export const noConfig = (file: string): Message =>
  fatal('archive:no-config', `There is no configuration \`${quotable(file)}\``, {
    hint: 'Name a file that is called `octavo.config.mjs` and stands beside a `package.json`.',
  });

export const badAddress = (flag: string, example: string): Message =>
  fatal('archive:address', `\`${flag}\` needs an address`, {
    hint: `It looks like \`${example}\`.`,
  });

/** The message about a book that was tried as often as it may be. */
export const gaveUp = (path: string, why: string): Message =>
  error('archive:gave-up', `The workers gave up on this book: ${why}`, {
    path,
    hint: 'Its job is among the failed ones of the queue. To have it tried again, ask for the book again.',
    fatal: true,
  });
