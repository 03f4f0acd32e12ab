/** What a worker does with one order: looks whether it was made, has it made in a thread, and puts it into the store. */
import { join } from 'node:path';
import { formatMessage, isFatal } from '../diagnostics.js';
import { FAULT } from '../faults.js';
import type { Store } from '../io/store.js';
import { removeFolder } from '../io/temporary.js';
import { OUT_OF_MEMORY, OVERTIME, type Threads } from '../pipeline/threads.js';
import { CHANGED } from './config.js';
import type { BuilderAnswer, BuilderOrder } from './builder.js';
import { sourcesName, type JobOrder } from './job.js';
import type { Outage } from './outage.js';
import { UNSAFE } from './parcel.js';
import { readRecord, writeRecord, type BookRecord } from './record.js';

/** What became of an order: it is made or was, it fails for good, or another try may make it. */
export type Outcome =
  | { state: 'built' | 'known'; record: BookRecord }
  | { state: 'failed'; reason: string; record?: BookRecord }
  | { state: 'again'; reason: string };

export interface TakeOptions {
  store: Store;
  /** The outages of the store, which are waited out. */
  outages: Outage;
  /** Those of the disk with the temporary files. */
  disk: Outage;
  threads: Threads<BuilderOrder, BuilderAnswer, string>;
  /** An absolute folder for the sources of books at work. */
  folder: string;
  /** The absolute folder of the worker's configuration, if any. */
  configFolder: string | undefined;
  /** What a book may take. */
  limits: { seconds: number; mebibytes: number };
}

/** How it is said that a book ran into a limit, or cannot be made by this worker any more. */
const OVER: Readonly<Record<string, (limits: TakeOptions['limits']) => string>> = {
  [OVERTIME]: ({ seconds }) => `It took more than ${seconds} s [archive:overtime]`,
  [CHANGED]: () => 'The configuration has changed since the worker began [archive:config]',
  [OUT_OF_MEMORY]: ({ mebibytes }) => `It took more than ${mebibytes} MiB of memory [archive:memory]`,
};

/** Codes of a full disk: no fault of the book, nor of Octavo. */
const FULL: ReadonlySet<string | undefined> = new Set(['ENOSPC', 'EDQUOT']);
/** Within four minutes: a book that no disk can hold must not stay. */
const FULL_TRIES = 20;

/** How many books were begun: the name of each one's folder. */
let begun = 0;

/** The order of a key, taken to its end; `told` hears the stages. Throws what the store throws as its outages end. */
export async function take(
  key: string,
  order: JobOrder,
  told: (stage: string) => void,
  options: TakeOptions,
): Promise<Outcome> {
  const { store, outages } = options;
  const known = await outages.outlast(() => readRecord(store, key));
  if (known) return outcomeOf('known', known);
  const parcel = await outages.outlast(() => store.read(sourcesName(order.sources)));
  if (!parcel)
    return { state: 'failed', reason: 'The store has the sources of this book no more [archive:no-sources]' };
  const made = await options.disk.outlast(() => makeOf({ order, parcel }, told, options), FULL_TRIES);
  if ('state' in made) return made;
  const fault = made.facts.messages.find(({ id }) => id === FAULT);
  if (fault) return { state: 'again', reason: formatMessage(fault) };
  return outcomeOf('built', await outages.outlast(() => writeRecord(store, key, order, made)));
}

/** What a process makes of an order, or why it fails. Throws where the disk is full. */
async function makeOf(
  asked: Pick<BuilderOrder, 'order' | 'parcel'>,
  told: (stage: string) => void,
  { folder: parent, configFolder, threads, limits }: TakeOptions,
): Promise<BuilderAnswer | Outcome> {
  const folder = join(parent, String((begun += 1)));
  try {
    return await threads.ask({ ...asked, folder, configFolder }, () => undefined, told);
  } catch (cause) {
    if (FULL.has((cause as NodeJS.ErrnoException).code)) throw cause;
    return failureOf(cause as NodeJS.ErrnoException, limits);
  } finally {
    await removeFolder(folder);
  }
}

/** A book without files is its author's matter: it would have none the next time either. */
function outcomeOf(state: 'built' | 'known', record: BookRecord): Outcome {
  if (record.files.length > 0) return { state, record };
  const message = record.messages.find(isFatal) ?? record.messages[0];
  return { state: 'failed', record, reason: message ? formatMessage(message) : 'It has no files' };
}

function failureOf({ code = '', message }: NodeJS.ErrnoException, limits: TakeOptions['limits']): Outcome {
  if (code === UNSAFE) return { state: 'failed', reason: `Refused, for ${message} [archive:unsafe]` };
  return { state: 'again', reason: OVER[code]?.(limits) ?? `It could not be made: ${message} [${FAULT}]` };
}
