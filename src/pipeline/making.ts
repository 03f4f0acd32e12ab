/** Making one book: every stage, then a file a format, as bytes; nothing is written. */
import { join, relative } from 'node:path';
import { DEFAULT_FORMATS, type Format } from '../config/formats.js';
import { isFatal } from '../diagnostics.js';
import { faultOf } from '../faults.js';
import { journaled, type Looked } from '../io/journal.js';
import { WRITERS } from '../output/index.js';
import { runStages, type StageOptions, type Stages } from './stages.js';
import type { Message, Package, RawBook, Section, Templates, Writer } from '../types.js';
import { wordsIn } from '../text/words.js';

/** How a book is made; all of it may be sent to another thread. */
export interface MakeOptions extends Pick<StageOptions, 'cache' | 'epoch' | 'theme' | 'themes'> {
  /** Absolute folder of the configuration, where there is one: each thread loads its own. */
  configFolder?: string;
  /** Folder that paths in messages are relative to. */
  cwd: string;
  /** Absolute folder of the ebooks. */
  out: string;
  /** What the book is written as; it goes before what it says itself. */
  formats?: readonly Format[];
}

/** What goes with the making in this very thread. */
export interface MakeHelp extends Pick<StageOptions, 'signal' | 'config'> {
  templates: Templates;
  /** Called as stages end, for those who wait. */
  progress?: (stage: 'read' | 'typeset' | 'compose' | 'write') => void;
  /** Looks at each file; messages that are errors keep it from being written. */
  inspect?: (bytes: Uint8Array, path: string, stages: Stages) => Promise<Message[]>;
}

/** A file of a book, and what the look at it found. */
export interface MadeFile {
  format: Format;
  /** Absolute. */
  path: string;
  bytes: Uint8Array;
  messages: Message[];
}

/** What is known of a book, whatever becomes of its files. */
export interface MadeFacts {
  name: string;
  title: string;
  /** Those that the author wrote: a chapter, a foreword; no cover, title page or contents. */
  sections: number;
  words: number;
  /** Changes that the typography made, and how many of them the author may want to look at. */
  changes: number;
  unsure: number;
  messages: Message[];
}

export interface MadeBook {
  facts: MadeFacts;
  files: MadeFile[];
  /** What was read for it beside its manuscripts. */
  looked: Looked[];
}

/** Makes a book. Throws for errors of the system alone. */
export async function makeBook(
  raw: RawBook,
  options: MakeOptions,
  help: MakeHelp,
): Promise<MadeBook & { stages: Stages }> {
  const { progress, signal, config } = help;
  const { value: stages, looked } = await journaled(() =>
    runStages(raw, { ...options, changes: false, signal, config, ...(progress ? { progress } : {}) }),
  );
  const messages = [...stages.messages];
  const facts: MadeFacts = {
    name: raw.name,
    title: stages.book?.metadata.title ?? raw.name,
    sections: stages.book?.sections.filter(isAuthored).length ?? 0,
    words: stages.parsed ? wordsIn(stages.parsed.manuscripts.map(({ tree }) => tree)) : 0,
    changes: stages.marks.count,
    unsure: stages.marks.unsure,
    messages,
  };
  const files: MadeFile[] = [];
  signal?.throwIfAborted();
  const { package: book } = stages;
  if (book && !messages.some(isFatal)) {
    const formats = options.formats ?? stages.parsed?.meta.format ?? DEFAULT_FORMATS;
    for (const writer of WRITERS.filter(({ format }) => formats.includes(format))) {
      progress?.('write');
      const file = await fileOf({ ...stages, package: book }, writer, options, help).catch((cause: unknown) =>
        faultOf(cause, raw, 'write'),
      );
      if ('bytes' in file) files.push(file);
      else messages.push(file);
    }
  }
  return { facts, files, looked, stages };
}

/** Whether a section holds the author's words, or is a part that the author made; all else is the build's. */
const isAuthored = ({ rel, tree, kind }: Section): boolean =>
  rel !== '' || tree.children.length > 0 || kind.kind === 'part';

async function fileOf(
  stages: Stages & { package: Package },
  { format, extension, write }: Writer,
  { cwd, out }: MakeOptions,
  { templates, inspect }: MakeHelp,
): Promise<MadeFile> {
  const path = join(out, stages.package.slug + extension);
  const bytes = await write(stages.package, templates);
  return { format, path, bytes, messages: (await inspect?.(bytes, shownPath(path, cwd), stages)) ?? [] };
}

/** A file's path as messages have it: relative to `cwd`, with forward slashes. */
export const shownPath = (path: string, cwd: string): string => relative(cwd, path).replaceAll('\\', '/');
