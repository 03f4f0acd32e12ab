/** Builds books: every stage, then a file a format. */
import { join, relative, resolve } from 'node:path';
import type { AssembleOptions } from './book/assemble.js';
import { findBooks } from './books.js';
import { fatal, sortMessages } from './diagnostics.js';
import type { ThemeOptions } from './dressing.js';
import { readTemplates } from './io/templates.js';
import { writeWhole } from './io/whole.js';
import { epub } from './output/epub/index.js';
import { isFatal, runStages, type Stages } from './stages.js';
import type { Message, Package, Templates, Writer } from './types.js';
import { wordsIn } from './words.js';

export interface BuildOptions extends AssembleOptions, Omit<ThemeOptions, 'themes'> {
  /** Books by name or path; all of them where there is none. */
  books?: readonly string[];
  /** Folder of the manuscripts. */
  manuscripts?: string;
  /** Folder of the ebooks. */
  out?: string;
  /** Folder that the other paths, and those in messages, are relative to. */
  cwd: string;
  /** Called as each book begins and ends, for those who wait. */
  progress?: (event: BuildProgress) => void;
  /** Looks at each book before it is written; messages that are errors keep it from being written. */
  inspect?: (bytes: Uint8Array, path: string, stages: Stages) => Promise<Message[]>;
}

export interface BuildProgress {
  book: string;
  index: number;
  count: number;
  stage: 'start' | 'read' | 'typeset' | 'compose' | 'write' | 'done';
}

/** What became of a book. */
export interface BuiltBook {
  name: string;
  title: string;
  /** The ebook, relative to `cwd`; absent where nothing was written. */
  file?: string;
  /** False where the file held these bytes already. */
  changed: boolean;
  sections: number;
  words: number;
  /** Bytes of the ebook. */
  size: number;
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

/** The folders that a build reads and writes unless it is told otherwise. */
export const MANUSCRIPTS = 'manuscripts';
export const OUT = 'dist';
/** The folder of an author's own themes, beside that of the manuscripts. */
const THEMES = 'themes';

const WRITERS: readonly Writer[] = [epub];

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
    const themes = resolve(cwd, manuscripts, '..', THEMES);
    const stages = await runStages(raw, { ...options, themes, progress, changes: false });
    built.push(await finish(stages, { ...options, out: resolve(cwd, out), templates, taken }));
    progress('done');
  }
  return { books: built, messages: sortMessages(found.messages) };
}

interface FinishOptions extends BuildOptions {
  out: string;
  templates: Templates;
  /** Ebooks of this run, by path, and the book that each belongs to. */
  taken: Map<string, string>;
}

async function finish(stages: Stages, options: FinishOptions): Promise<BuiltBook> {
  const { raw, messages } = stages;
  const built: BuiltBook = {
    name: raw.name,
    title: stages.book?.metadata.title ?? raw.name,
    changed: false,
    sections: stages.package?.documents.length ?? 0,
    words: stages.parsed ? wordsIn(stages.parsed.manuscripts.map(({ tree }) => tree)) : 0,
    size: 0,
    changes: stages.marks.count,
    unsure: stages.marks.unsure,
    messages,
  };
  const { package: book } = stages;
  if (book && !isFatal(messages)) {
    for (const writer of WRITERS) await deliver({ ...stages, package: book }, writer, built, options);
  }
  built.messages = sortMessages(messages);
  return built;
}

async function deliver(
  stages: Stages & { package: Package },
  writer: Writer,
  built: BuiltBook,
  options: FinishOptions,
): Promise<void> {
  const { package: book } = stages;
  const path = join(options.out, book.slug + writer.extension);
  const shown = relative(options.cwd, path).replaceAll('\\', '/');
  const other = options.taken.get(path);
  if (other !== undefined) {
    built.messages.push(
      fatal('build:same-output', `Unexpected second book for \`${shown}\`, expected a name of its own`, {
        path: stages.raw.path,
        hint: `\`${other}\` is written there. Give one of them a \`slug:\` in its front matter.`,
      }),
    );
    return;
  }
  options.taken.set(path, stages.raw.path);
  const bytes = await writer.write(book, options.templates);
  built.size = bytes.length;
  if (options.inspect) {
    const found = await options.inspect(bytes, shown, stages);
    built.messages.push(...found);
    if (found.some((message) => message.severity === 'error')) return;
  }
  try {
    built.changed = await writeWhole(path, bytes);
    built.file = shown;
  } catch (cause) {
    built.messages.push(
      fatal('build:cannot-write', `Unexpected failure to write \`${shown}\`: ${(cause as Error).message}`, {
        hint: 'See that the folder can be written to and that there is room, or name another with `--out`.',
      }),
    );
  }
}
