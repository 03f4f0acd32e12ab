/** The stages in order: the one file that names them all. */
import { join, relative, resolve } from 'node:path';
import { assemble, type AssembleOptions } from './book/assemble.js';
import { findBooks } from './books.js';
import { compose, imageFile, imageRequests } from './compose/index.js';
import { fatal, sortMessages, type Result } from './diagnostics.js';
import { dressFor, themeFor, type ThemeOptions } from './dressing.js';
import { drawCover, needsCover, prepareImages } from './images/index.js';
import { parse } from './input/parse.js';
import { read } from './input/read.js';
import { readAssets } from './io/assets.js';
import { readPackageFile } from './io/packages.js';

import { readTemplates } from './io/templates.js';
import { writeWhole } from './io/whole.js';
import { localeOf } from './locales/index.js';
import { epub } from './output/epub/index.js';
import { packageBook, STYLE_HREF } from './package/index.js';
import type {
  Book,
  Change,
  ContentDocument,
  DrawnCover,
  Message,
  Package,
  ParsedBook,
  RawBook,
  ReadyImage,
  SourceFile,
  Templates,
  Writer,
} from './types.js';
import { typeset } from './typography/index.js';
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

/** A book at each boundary between the stages, as far as it came. */
export interface Stages {
  raw: RawBook;
  sources: SourceFile[];
  parsed?: ParsedBook;
  typeset?: ParsedBook;
  /** Every change of the typography, where they were asked for. */
  changes: Change[];
  /** How many there are, and how many of them are unsure. */
  marks: { count: number; unsure: number };
  book?: Book;
  documents?: ContentDocument[];
  package?: Package;
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

export interface StageOptions extends AssembleOptions, ThemeOptions {
  /** Whether the typography tells each of its changes; by default it does. */
  changes?: boolean;
  progress?: (stage: BuildProgress['stage']) => void;
}

/** Runs one book through every stage up to the package; writes nothing. */
export async function runStages(raw: RawBook, options: StageOptions = {}): Promise<Stages> {
  const { progress } = options;
  const messages: Message[] = [];
  const sources = read(raw);
  messages.push(...sources.messages);
  const stages: Stages = {
    raw,
    sources: sources.value,
    changes: [],
    marks: { count: 0, unsure: 0 },
    messages,
  };
  if (isFatal(messages)) return stages;

  const parsed = parse(raw, sources.value);
  messages.push(...parsed.messages);
  if (!parsed.value || isFatal(messages)) return stages;
  stages.parsed = parsed.value;
  const { meta, metaPath, places } = parsed.value;
  const asked = {
    theme: meta.theme,
    path: metaPath,
    place: places?.theme,
    root: raw.root,
    fonts: meta.fonts ?? !raw.single,
  };
  const dressing = themeFor(asked, options);
  progress?.('read');

  const set = typeset(parsed.value, { changes: options.changes ?? true });
  messages.push(...set.messages);
  stages.typeset = set.value;
  stages.changes = set.changes;
  stages.marks = { count: set.count, unsure: set.unsure };
  progress?.('typeset');

  const locale = localeOf(set.value.meta.language ?? 'en');
  const book = assemble(set.value, locale, options);
  messages.push(...book.messages);
  stages.book = book.value;

  const requests = imageRequests(book.value);
  const files = await readAssets(raw.root, [...new Set(requests.map((request) => request.file))]);
  const images = await prepareImages(files, requests);
  messages.push(...images.messages);
  const cover = await coverOf(book.value, images.value, options.theme ?? book.value.theme);
  messages.push(...(cover?.messages ?? []));
  const composed = compose(book.value, images.value, cover ? { drawnCover: cover.value } : {});
  messages.push(...composed.messages);
  stages.documents = composed.value.documents;
  progress?.('compose');

  const theme = await dressing;
  messages.push(...theme.messages);
  const content = [book.value.metadata, locale.terms, book.value.sections.map(({ data }) => data)];
  const dress = await dressFor(theme.value, [content, composed.value.documents], STYLE_HREF);
  messages.push(...dress.messages);
  stages.package = packageBook(book.value, composed.value, dress.value);
  return stages;
}

/** A cover drawn for a book that has none to show; nothing for a book that has, or wants none. */
async function coverOf(
  book: Book,
  images: ReadonlyMap<string, ReadyImage>,
  theme: string,
): Promise<Result<DrawnCover> | undefined> {
  const file = book.cover ? imageFile(book.cover.url, '') : undefined;
  return needsCover(book, images, file) ? drawCover(book, theme, readPackageFile) : undefined;
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

const isFatal = (messages: readonly Message[]): boolean => messages.some((message) => message.fatal);
