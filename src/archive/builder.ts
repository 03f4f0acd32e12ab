/** How a worker's process makes books: from a parcel of sources, in a folder of its own, to bytes. */
import { join } from 'node:path';
import { MANUSCRIPTS, OUT, THEMES } from '../config/folders.js';
import { sortMessages } from '../diagnostics.js';
import { readTemplates } from '../io/templates.js';
import { writeTree } from '../io/temporary.js';
import { findBooks } from '../pipeline/books.js';
import { loadConfig } from '../pipeline/config.js';
import { makeBook, type MadeBook, type MadeFacts } from '../pipeline/making.js';
import { sha256 } from '../text/digest.js';
import { CHANGED, hashOfConfig } from './config.js';
import type { JobOrder } from './job.js';
import { DAMAGED, openParcel } from './parcel.js';

/** What a process is asked for. */
export interface BuilderOrder {
  order: JobOrder;
  parcel: Uint8Array;
  /** An absolute folder that is not there yet, and is taken away after it. */
  folder: string;
  /** The absolute folder of the operator's configuration, where the order has one. */
  configFolder?: string | undefined;
}

export type BuilderAnswer = Pick<MadeBook, 'facts' | 'files'>;

const templates = readTemplates();
let config: ReturnType<typeof configIn> | undefined;

async function configIn(folder: string) {
  const { value } = await loadConfig(folder);
  return value && { value, hash: await hashOfConfig(value) };
}

/** A book that takes longer than this, in milliseconds, tells how far it is: of the others nobody would hear in time. */
const A_BLINK = 300;

/** Makes the book of an order. Throws where its sources are damaged or unsafe, and the system's errors. */
export async function make(
  { order, parcel, folder, configFolder }: BuilderOrder,
  progress: (stage: string) => void,
): Promise<BuilderAnswer> {
  if (sha256(parcel) !== order.sources)
    throw Object.assign(new Error('the sources are damaged'), { code: DAMAGED });
  const own = configFolder === undefined ? undefined : await (config ??= configIn(configFolder));
  if (own?.hash !== order.config)
    throw Object.assign(new Error('the configuration has changed'), { code: CHANGED });
  await writeTree(folder, openParcel(parcel));
  const { book, formats, theme, epoch } = order;
  const found = await findBooks({
    cwd: folder,
    manuscripts: MANUSCRIPTS,
    names: [join(MANUSCRIPTS, book)],
  });
  const [raw] = found.value;
  if (!raw) return { facts: none(book, found.messages), files: [] };
  let isLong = false;
  const timer = setTimeout(() => {
    isLong = true;
  }, A_BLINK);
  const told = (stage: string): void => {
    if (isLong) progress(stage);
  };
  const { facts, files } = await makeBook(
    raw,
    {
      cwd: folder,
      out: join(folder, OUT),
      themes: join(folder, THEMES),
      ...(formats === undefined ? {} : { formats }),
      ...(theme === undefined ? {} : { theme }),
      ...(epoch === undefined ? {} : { epoch }),
    },
    { templates: await templates, config: own?.value, progress: told },
  ).finally(() => {
    clearTimeout(timer);
  });
  return { facts: { ...facts, messages: sortMessages([...found.messages, ...facts.messages]) }, files };
}

/** What is known of a book that cannot even be read. */
const none = (name: string, messages: MadeFacts['messages']): MadeFacts => ({
  name,
  title: name,
  sections: 0,
  words: 0,
  changes: 0,
  unsure: 0,
  messages: sortMessages(messages),
});
