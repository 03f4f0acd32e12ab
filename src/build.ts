/** Builds books: every stage, then a file a format. */
import { join, relative, resolve } from 'node:path';
import type { AssembleOptions } from './book/assemble.js';
import { findBooks } from './books.js';
import { MANUSCRIPTS, OUT, themesBeside } from './config/folders.js';
import { DEFAULT_FORMATS, type Format } from './config/formats.js';
import { fatal, isFatal, sortMessages, type Result } from './diagnostics.js';
import type { ThemeOptions } from './dressing.js';
import { faultOf } from './faults.js';
import { readTemplates } from './io/templates.js';
import { writeWhole } from './io/whole.js';
import { WRITERS } from './output/index.js';
import { runStages, type Stages } from './stages.js';
import type { Message, Package, Section, Templates, Writer } from './types.js';
import { wordsIn } from './words.js';

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
  inspect?: (bytes: Uint8Array, path: string, stages: Stages) => Promise<Message[]>;
  /** Takes each file in place of the disk; true where it changed. */
  store?: (path: string, bytes: Uint8Array, stages: Stages) => Promise<boolean>;
}

export interface BuildProgress {
  book: string;
  index: number;
  count: number;
  stage: 'start' | 'read' | 'typeset' | 'compose' | 'write' | 'done';
}

/** An ebook in `dist/`. */
export interface BuiltFile {
  format: Format;
  /** Relative to `cwd`. */
  file: string;
  /** False where the file held these bytes already. */
  changed: boolean;
  /** In bytes. */
  size: number;
}

/** What became of a book. */
export interface BuiltBook {
  name: string;
  title: string;
  /** What was written, a file a format; none where the book could not be made. */
  files: BuiltFile[];
  /** Those that the author wrote: a chapter, a foreword; no cover, title page or contents. */
  sections: number;
  words: number;
  /** Changes that the typography made, and how many of them the author may want to look at. */
  changes: number;
  unsure: number;
  messages: Message[];
}

export interface BuildResult {
  books: BuiltBook[];
  /** Messages that belong to no book. */
  messages: Message[];
}

/** Builds books: reads manuscripts, writes ebooks. Throws for nothing that a manuscript can hold. */
export async function build(options: BuildOptions): Promise<BuildResult> {
  const { cwd, out = OUT, manuscripts = MANUSCRIPTS, books: names } = options;
  const [found, templates] = await Promise.all([
    findBooks({ cwd, manuscripts, ...(names && names.length > 0 ? { names: [...names] } : {}) }),
    readTemplates(),
  ]);
  const built: BuiltBook[] = [];
  const taken = new Map<string, string>();
  for (const [index, raw] of found.value.entries()) {
    const progress = (stage: BuildProgress['stage']) =>
      options.progress?.({ book: raw.name, index, count: found.value.length, stage });
    progress('start');
    const themes = resolve(cwd, themesBeside(manuscripts));
    const stages = await runStages(raw, { ...options, themes, progress, changes: false });
    built.push(await finish(stages, { ...options, out: resolve(cwd, out), templates, taken, progress }));
    progress('done');
  }
  return { books: built, messages: sortMessages(found.messages) };
}

interface FinishOptions extends Omit<BuildOptions, 'progress'> {
  out: string;
  templates: Templates;
  progress: (stage: BuildProgress['stage']) => void;
  /** Ebooks of this run, by path, and the book that each belongs to. */
  taken: Map<string, string>;
}

/** Whether a section holds the author's words, or is a part that the author made; all else is the build's. */
const isAuthored = ({ rel, tree, kind }: Section): boolean =>
  rel !== '' || tree.children.length > 0 || kind.kind === 'part';

async function finish(stages: Stages, options: FinishOptions): Promise<BuiltBook> {
  const { raw, messages } = stages;
  const built: BuiltBook = {
    name: raw.name,
    title: stages.book?.metadata.title ?? raw.name,
    files: [],
    sections: stages.book?.sections.filter(isAuthored).length ?? 0,
    words: stages.parsed ? wordsIn(stages.parsed.manuscripts.map(({ tree }) => tree)) : 0,
    changes: stages.marks.count,
    unsure: stages.marks.unsure,
    messages,
  };
  const { package: book } = stages;
  if (book && !messages.some(isFatal)) {
    const formats = options.formats ?? stages.parsed?.meta.format ?? DEFAULT_FORMATS;
    for (const writer of WRITERS.filter(({ format }) => formats.includes(format))) {
      options.progress('write');
      const { value, messages: found } = await deliver({ ...stages, package: book }, writer, options).catch(
        (cause: unknown) => failed(faultOf(cause, raw, 'write')),
      );
      messages.push(...found);
      if (value) built.files.push(value);
    }
  }
  built.messages = sortMessages(messages);
  return built;
}

/** Writes a book in one format; no value where that cannot be. */
async function deliver(
  stages: Stages & { package: Package },
  { format, extension, write }: Writer,
  options: FinishOptions,
): Promise<Result<BuiltFile | undefined>> {
  const { package: book } = stages;
  const path = join(options.out, book.slug + extension);
  const file = relative(options.cwd, path).replaceAll('\\', '/');
  const other = options.taken.get(path);
  if (other !== undefined) return failed(sameOutput(file, stages.raw.path, other));
  options.taken.set(path, stages.raw.path);
  const bytes = await write(book, options.templates);
  const messages = (await options.inspect?.(bytes, file, stages)) ?? [];
  if (messages.some((message) => message.severity === 'error')) return { value: undefined, messages };
  try {
    const changed = await (options.store ?? writeWhole)(path, bytes, stages);
    return { value: { format, file, changed, size: bytes.length }, messages };
  } catch (cause) {
    return failed(...messages, cannotWrite(file, cause as Error));
  }
}

const failed = (...messages: Message[]): Result<undefined> => ({ value: undefined, messages });

const sameOutput = (file: string, path: string, other: string): Message =>
  fatal('build:same-output', `Two books would be written to \`${file}\``, {
    path,
    hint: `\`${other}\` is written there. Give one of them a \`slug:\` in its front matter.`,
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
