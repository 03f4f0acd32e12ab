/** Raw stories and other formats to manuscripts: find the files, plan, write. */
import { stat } from 'node:fs/promises';
import { basename, resolve } from 'node:path';
import { fatal, type Result } from '../diagnostics.js';
import { codeOf } from '../io/files.js';
import { readNamed } from '../io/inside.js';
import type { Message } from '../types.js';
import { filesBeside } from './beside.js';
import type { Source } from './types.js';

export type { Class } from './classify/decisions.js';
export { CLASS_NAMES } from './classify/names.js';
export { meaningOf, planImport, type Plan, type PlannedStory, type Unsure } from './plan.js';
export type { Answers, Reading } from './readings.js';
export { answersIn } from './settle.js';
export { answersAgain } from './said.js';
export { matchesOf, updatesOf, type Match, type Update } from './update/run.js';
export { cutLines, type CutLine } from './write/sidecar.js';
export type { Source } from './types.js';
export { draftsOf, writeDrafts, type Draft, type Layout, type Written } from './write/files.js';

/** The most bytes of a file to import: 64 MiB. */
const MOST_BYTES = 64 * 1024 * 1024;

/** The path that stands for text pasted into the terminal, or piped, and the name that it goes by. */
export const PASTED = '-';
const PASTED_NAME = 'pasted.txt';

/**
 * The files of an import by their paths, each read whole; a message for each that cannot be. `pasted` gives what the
 * path `-` stands for.
 */
export async function readSources(
  paths: readonly string[],
  cwd: string,
  pasted?: () => Promise<Uint8Array>,
): Promise<Result<Source[]>> {
  const value: Source[] = [];
  const messages: Message[] = [];
  for (const path of paths) {
    if (path === PASTED && pasted) {
      const bytes = await pasted();
      if (bytes.length > MOST_BYTES) messages.push(tooLarge(PASTED_NAME, bytes.length));
      else value.push({ path: PASTED_NAME, name: PASTED_NAME, bytes });
      continue;
    }
    const absolute = resolve(cwd, path);
    const shown = path.replaceAll('\\', '/');
    try {
      const read = await readNamed(absolute, MOST_BYTES);
      if ('problem' in read) messages.push(notFile(shown, (await stat(absolute)).isDirectory()));
      else if ('size' in read) messages.push(tooLarge(shown, read.size));
      else {
        const beside = await filesBeside(absolute);
        value.push({ path: shown, name: basename(absolute), bytes: read.bytes, beside });
      }
    } catch (cause) {
      messages.push(unreadable(shown, codeOf(cause)));
    }
  }
  return { value, messages };
}

const notFile = (path: string, isFolder: boolean): Message =>
  fatal('import:not-a-file', `This is a ${isFolder ? 'folder' : 'device'}, not a file`, {
    path,
    hint: 'Name the files in it: `octavo import stories/*.txt`.',
  });

const tooLarge = (path: string, size: number): Message =>
  fatal(
    'import:too-large',
    `This file has ${String(Math.round(size / 1024 / 1024))} MiB; an import takes at most 64 MiB`,
    {
      path,
      hint: 'Split it into a file for each book.',
    },
  );

const unreadable = (path: string, code: string): Message =>
  fatal(
    'import:unreadable',
    code === 'ENOENT' ? `No such file (${code})` : `Could not read this file (${code})`,
    {
      path,
      hint: code === 'ENOENT' ? 'Check its name and folder.' : 'Check its permissions.',
    },
  );
