/** Builds books: each is made, here or elsewhere, and its files are written in the order of the books. */
import { resolve } from 'node:path';
import type { AssembleOptions } from '../book/assemble.js';
import { findBooks } from './books.js';
import { MANUSCRIPTS, OUT, themesBeside } from '../config/folders.js';
import type { Format } from '../config/formats.js';
import { fatal, sortMessages } from '../diagnostics.js';
import type { ThemeOptions } from './dressing.js';
import type { LoadedConfig } from '../plugins/types.js';
import { readTemplates } from '../io/templates.js';
import { writeWhole } from '../io/whole.js';
import { openKept, type Kept } from './kept.js';
import {
  makeBook,
  shownPath,
  type MadeBook,
  type MadeFile,
  type MakeHelp,
  type MakeOptions,
} from './making.js';
import type { Stages } from './stages.js';
import type { Message, RawBook } from '../types.js';
import type { BuiltBook, BuiltFile } from './built.js';

export interface BuildOptions extends AssembleOptions, Omit<ThemeOptions, 'themes'> {
  /** Books by name or path; all of them where there is none. */
  books?: readonly string[];
  /** Folder of the manuscripts. */
  manuscripts?: string;
  /** Folder of the ebooks. */
  out?: string;
  /** What the books are written as; it goes before what they say themselves. */
  formats?: readonly Format[];
  /** Folder that the other paths, and those in messages, are relative to. */
  cwd: string;
  /** Called as each book begins and ends, for those who wait. */
  progress?: (event: BuildProgress) => void;
  /** Looks at each file before it is written; messages that are errors keep it from being written. */
  inspect?: MakeHelp['inspect'];
  /** Takes each file in place of the disk; true where it changed. Books are then made here, one after the other. */
  store?: (path: string, bytes: Uint8Array, stages: Stages) => Promise<boolean>;
  /** Makes several books at a time, elsewhere; nothing where that is not worth it. It inspects them itself. */
  makers?: (books: readonly RawBook[]) => Makers | undefined;
  /** Absolute folder in which it is kept what books were made of, and covers: what did not change is not made again. */
  cache?: string;
  /** Makes again what did not change too. */
  force?: boolean;
  /** What `octavo.config.mjs` adds, from `loadConfig`. */
  config?: LoadedConfig | undefined;
  /** Ends the build once it is aborted, with its reason thrown; not where it wrote a book, which is to be told of. */
  signal?: AbortSignal;
}

/** Threads that make books. */
export interface Makers {
  /** How many books may be begun before the first of them is done: what waits to be written fills memory. */
  ahead: number;
  make: (
    raw: RawBook,
    options: MakeOptions,
    progress: (stage: BuildProgress['stage']) => void,
  ) => Promise<MadeBook>;
  close: () => Promise<void>;
}

export interface BuildProgress {
  book: string;
  index: number;
  count: number;
  stage: 'start' | 'read' | 'typeset' | 'compose' | 'write' | 'done';
}

export interface BuildResult {
  books: BuiltBook[];
  /** Messages that belong to no book. */
  messages: Message[];
}

/**
 * Builds books: reads manuscripts, writes ebooks. Throws for nothing that a manuscript can hold.
 *
 * @example
 * ```js
 * import { build } from 'octavo';
 *
 * const { books } = await build({ cwd: process.cwd(), formats: ['epub'] });
 * books[0].files[0].file; // dist/tide.epub
 * books[0].messages.filter(({ severity }) => severity === 'error').length; // 0
 * ```
 */
export async function build(options: BuildOptions): Promise<BuildResult> {
  const { cwd, out = OUT, manuscripts = MANUSCRIPTS, books: names, epoch, theme, formats } = options;
  const [found, templates] = await Promise.all([
    findBooks({ cwd, manuscripts, ...(names && names.length > 0 ? { names: [...names] } : {}) }),
    readTemplates(),
  ]);
  const order: MakeOptions = {
    cwd,
    out: resolve(cwd, out),
    themes: resolve(cwd, themesBeside(manuscripts)),
    ...(options.cache === undefined ? {} : { cache: options.cache }),
    ...(epoch === undefined ? {} : { epoch }),
    ...(theme === undefined ? {} : { theme }),
    ...(formats === undefined ? {} : { formats }),
    ...(options.config === undefined ? {} : { configFolder: options.config.folder }),
  };
  const { cache, store, inspect, signal, config } = options;
  const kept =
    cache === undefined || store || (config && isAtWork(config))
      ? undefined
      : await openKept(cache, { ...order, templates, check: inspect !== undefined, config: config?.hash });
  const find = options.force ? undefined : kept?.find;
  const makers = store ? undefined : options.makers?.(found.value);
  const built: BuiltBook[] = [];
  const work = async (raw: RawBook, index: number): Promise<Work> => {
    const progress = (stage: BuildProgress['stage']) =>
      options.progress?.({ book: raw.name, index, count: found.value.length, stage });
    const unchanged = await find?.(raw);
    if (!makers || unchanged) progress('start');
    const done: Work = unchanged
      ? { raw, unchanged }
      : {
          raw,
          made: makers
            ? await makers.make(raw, order, progress)
            : await makeBook(raw, order, {
                templates,
                progress,
                signal: built.every((book) => book.unchanged) ? signal : undefined,
                config,
                ...(inspect ? { inspect } : {}),
              }),
        };
    progress('done');
    return done;
  };
  const taken = new Map<string, string>();
  try {
    for await (const done of inOrder(found.value, makers?.ahead ?? 1, work)) {
      built.push(await finish(done, { cwd, taken, kept, ...(store ? { store } : {}) }));
    }
  } finally {
    await Promise.all([makers?.close(), kept?.save()]);
  }
  return { books: built, messages: sortMessages(found.messages) };
}

/** Whether a configuration reads or writes texts: what it looks at beside them nobody knows, so that all is made again. */
const isAtWork = ({ remark, rehype, rules, checks }: LoadedConfig): boolean =>
  [remark, rehype, rules, checks].some((list) => list.length > 0);

/** A book that was made, or need not be. */
type Work = { raw: RawBook } & ({ unchanged: BuiltBook } | { made: MadeBook & { stages?: Stages } });

/** The results of a work on each member of a list, in its order; so many are begun at a time. */
async function* inOrder<T, U>(
  list: readonly T[],
  width: number,
  work: (one: T, index: number) => Promise<U>,
): AsyncGenerator<U> {
  const begun: Promise<U>[] = [];
  for (const [index, one] of list.entries()) {
    const next = work(one, index);
    // Where one fails before it is waited for, nobody else is to hear of it.
    next.catch(() => undefined);
    begun.push(next);
    if (begun.length >= width) yield await (begun.shift() as Promise<U>);
  }
  for (const rest of begun) yield await rest;
}

interface FinishOptions extends Pick<BuildOptions, 'cwd' | 'store'> {
  /** Ebooks of this run, by path, and the book that each belongs to. */
  taken: Map<string, string>;
  kept: Kept | undefined;
}

async function finish(work: Work, options: FinishOptions): Promise<BuiltBook> {
  const { raw } = work;
  const { kept } = options;
  if ('unchanged' in work) {
    return unlessTaken(work.unchanged, raw, options);
  }
  const { facts, files } = work.made;
  const { name, title, ...others } = facts;
  const messages = [...facts.messages];
  const built: BuiltBook = { name, title, files: [], ...others };
  for (const file of files) {
    const { value, messages: found } = await deliver(file, work, options);
    messages.push(...found);
    if (value) built.files.push(value);
  }
  built.messages = sortMessages(messages);
  kept?.add(raw, work.made, built);
  return built;
}

/** A book that need not be made, unless another one of this run is now written where it stands. */
function unlessTaken(book: BuiltBook, { path }: RawBook, { cwd, taken }: FinishOptions): BuiltBook {
  const others = book.files.flatMap(({ file }) => {
    const other = taken.get(resolve(cwd, file));
    return other === undefined ? [] : [sameOutput(file, path, other)];
  });
  if (others.length > 0) return { ...book, files: [], messages: sortMessages([...book.messages, ...others]) };
  for (const { file } of book.files) taken.set(resolve(cwd, file), path);
  return book;
}

/** Writes a file of a book; no value where that cannot be. */
async function deliver(
  { format, path, bytes, messages }: MadeFile,
  { raw, made }: Extract<Work, { made: unknown }>,
  { cwd, taken, store }: FinishOptions,
): Promise<{ value?: BuiltFile; messages: Message[] }> {
  const file = shownPath(path, cwd);
  const other = taken.get(path);
  if (other !== undefined) return { messages: [sameOutput(file, raw.path, other)] };
  taken.set(path, raw.path);
  if (messages.some((message) => message.severity === 'error')) return { messages };
  try {
    const changed =
      store && made.stages ? await store(path, bytes, made.stages) : await writeWhole(path, bytes);
    return { value: { format, file, changed, size: bytes.length }, messages };
  } catch (cause) {
    return { messages: [...messages, cannotWrite(file, cause as Error)] };
  }
}

const sameOutput = (file: string, path: string, other: string): Message =>
  fatal('build:same-output', `Two books would be written to \`${file}\``, {
    path,
    hint: `\`${other}\` was written there. Give one of them a \`slug:\` in its front matter.`,
  });
const cannotWrite = (file: string, { code, message }: NodeJS.ErrnoException): Message =>
  code === 'EBUSY' ? inUse(file) : notWritten(file, message);

const inUse = (file: string): Message =>
  fatal('build:cannot-write', `\`${file}\` is open in another program, which keeps it from being replaced`, {
    hint: 'Close the book there, and build again. The old book is still in its place.',
  });

const notWritten = (file: string, message: string): Message =>
  fatal('build:cannot-write', `Could not write \`${file}\`: ${message}`, {
    hint: 'Check that you may write to the folder and that there is room, or name another with `--out`.',
  });
