/** `octavo diff`. */
import { basename } from 'node:path';
import { diffEditions, readEdition, type Edition, type EditionDiff } from '../diff/index.js';
import { diffMarkdown } from '../diff/markdown.js';
import { diffPage } from '../diff/page.js';
import { fatal } from '../diagnostics.js';
import { archiveProblem } from '../epub/problem.js';
import { findBooks } from '../index.js';
import { readPageFile } from '../io/templates.js';
import { readWhole, writeWhole } from '../io/whole.js';
import type { Message } from '../types.js';
import { made } from './build/made.js';
import { configOf } from './run-config.js';
import { EXIT, type Action, type Flags } from './command.js';
import { counted, grouped } from '../text/numbers.js';
import { shown, terminal } from './terminal.js';

/** Passages of one section that are listed where people read; the page and the JSON have them all. */
const MOST = 50;

export const diffCommand: Action = async (names, flags) => {
  const editions: Edition[] = [];
  const messages: Message[] = [];
  for (const name of names) {
    const { value, messages: found } = await editionOf(name, flags);
    messages.push(...found);
    if (value) editions.push(value);
  }
  terminal.messages(shown(messages, flags));
  const [before, after] = editions;
  if (!before || !after) return EXIT.author;
  const diff = diffEditions(before, after);
  if (typeof flags.html === 'string') await writePage(diff, flags.html, flags);
  else if (flags.json) terminal.json(withoutSegments(diff));
  else if (!flags.quiet) terminal.print(diffMarkdown(diff, { most: MOST }).trimEnd());
  return flags.exitCode && !diff.isSame ? EXIT.author : EXIT.clean;
};

interface Read {
  value?: Edition;
  messages: Message[];
}

/** An EPUB by its path, or the book that manuscripts give now. */
const editionOf = (name: string, flags: Flags): Promise<Read> =>
  /\.(?:epub|zip)$/iu.test(name) ? fromFile(name) : fromManuscripts(name, flags);

async function fromFile(path: string): Promise<Read> {
  const bytes = await readWhole(path);
  const problem = archiveProblem(bytes, path, 'diff');
  return problem ? { messages: [problem] } : edition(bytes, path, basename(path));
}

async function fromManuscripts(name: string, flags: Flags): Promise<Read> {
  const manuscripts = String(flags.manuscripts);
  const found = await findBooks({ cwd: process.cwd(), manuscripts, names: [name] });
  const [raw] = found.value;
  if (!raw) return { messages: found.messages };
  const { bytes, stages } = await made(raw, { manuscripts, config: configOf(flags) });
  const errors = stages.messages.filter(({ severity }) => severity === 'error');
  if (!bytes) return { messages: errors };
  const read = edition(bytes, raw.path, raw.path);
  return { ...read, messages: [...errors, ...read.messages] };
}

function edition(bytes: Uint8Array, path: string, name: string): Read {
  try {
    return { value: readEdition(bytes, name), messages: [] };
  } catch (cause) {
    const reason = `Could not read this book: ${(cause as Error).message}`;
    const hint = 'Run `octavo check` on it: it says what is damaged.';
    return { messages: [fatal('diff:unreadable', reason, { path, hint })] };
  }
}

/** The texts of whole sections are the page's matter; the passages say what changed. */
const withoutSegments = ({ sections, ...diff }: EditionDiff) => ({
  ...diff,
  sections: sections.map((section) => ({ ...section, segments: undefined })),
});

async function writePage(diff: EditionDiff, file: string, flags: Flags): Promise<void> {
  const page = diffPage(diff, await readPageFile('diff', 'page.css'));
  await writeWhole(file, new TextEncoder().encode(page));
  if (flags.json) terminal.json({ file, ...withoutSegments(diff) });
  else if (!flags.quiet) {
    const { words, passages } = diff;
    const facts = `${counted(passages, 'passage')}, ${counted(words.added, 'word')} added, ${grouped(words.removed)} removed`;
    terminal.print(`${file}: ${diff.isSame ? 'nothing changed' : facts}`);
  }
}
