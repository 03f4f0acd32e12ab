/** AZW3 for Kindles, which take no EPUB by cable: made by calibre's `ebook-convert`, where it is installed. */
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { error, type Result } from '../diagnostics.js';
import type { Message } from '../types.js';
import { isKindleBook } from './other.js';
import { lastLine, runProgram, type Environment } from '../io/programs.js';

/** calibre's converter, as it was found. */
export interface Converter {
  /** A path, or a name on the PATH. */
  program: string;
  /** calibre's version, e.g. `6.13.0`. */
  version: string;
}

/** Where calibre's installers put it without a word to the PATH. */
const PROGRAMS: Partial<Record<NodeJS.Platform, readonly string[]>> = {
  darwin: ['/Applications/calibre.app/Contents/MacOS/ebook-convert'],
  win32: [
    'C:\\Program Files\\Calibre2\\ebook-convert.exe',
    'C:\\Program Files (x86)\\Calibre2\\ebook-convert.exe',
  ],
};

const A_MINUTE = 60 * 1000;

/** The converter that is installed: the one on the PATH, else the one at its usual place, else undefined. */
export async function findConverter(
  env: Environment,
  platform: NodeJS.Platform,
): Promise<Converter | undefined> {
  for (const program of ['ebook-convert', ...(PROGRAMS[platform] ?? [])]) {
    const { code, output } = await runProgram(program, ['--version'], { env, timeout: A_MINUTE });
    const version = /calibre (\d+(?:\.\d+)*)/.exec(output)?.[1];
    if (code === 0 && version !== undefined) return { program, version };
  }
  return undefined;
}

export interface ConvertOptions {
  converter: Converter;
  env: Environment;
  /** Called with how far it is, in percent. */
  progress?: (percent: number) => void;
  /** Milliseconds after which it is given up; ten minutes by default. */
  timeout?: number;
}

/** An EPUB as an AZW3; undefined, and a message for the book at `path`, where calibre makes none of it. */
export async function convert(
  epub: Uint8Array,
  path: string,
  options: ConvertOptions,
): Promise<Result<Uint8Array | undefined>> {
  const { converter, env, progress, timeout = 10 * A_MINUTE } = options;
  const folder = await mkdtemp(join(tmpdir(), 'octavo-azw3-'));
  try {
    const [source, file] = [join(folder, 'book.epub'), join(folder, 'book.azw3')];
    await writeFile(source, epub);
    // The book brings a contents page of its own.
    const { code, late, output, failure } = await runProgram(
      converter.program,
      [source, file, '--no-inline-toc'],
      {
        env,
        timeout,
        listen: (text) => {
          const percent = /^(\d{1,3})% /m.exec(text)?.[1];
          if (percent !== undefined) progress?.(Number(percent));
        },
      },
    );
    if (late) return failed(tooLate(path, timeout));
    const bytes = code === 0 ? await readFile(file).catch(() => undefined) : undefined;
    if (!bytes || !isKindleBook(bytes)) return failed(notConverted(path, failure ?? lastLine(output)));
    return { value: bytes, messages: [] };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

const failed = (message: Message): Result<undefined> => ({ value: undefined, messages: [message] });

const OTHER_WAY = 'The EPUB itself can go by mail with `octavo send`, or to amazon.com/sendtokindle.';

/** Said where a Kindle is to have a book and there is no calibre. */
export const noConverter = (): Message =>
  error(
    'device:no-converter',
    'calibre is not installed, and Octavo needs its `ebook-convert` to make an AZW3 of the EPUB',
    { hint: `A Kindle takes no EPUB by cable. Install calibre (calibre-ebook.com). ${OTHER_WAY}` },
  );

const tooLate = (path: string, timeout: number): Message =>
  error('device:not-converted', `calibre made no AZW3 in ${String(Math.round(timeout / 1000))} seconds`, {
    path,
    hint: `Convert the book in calibre itself, which shows how far it is. ${OTHER_WAY}`,
  });

const notConverted = (path: string, said: string): Message =>
  error('device:not-converted', `calibre’s \`ebook-convert\` made no AZW3: ${said}`, {
    path,
    hint: `Check with \`octavo check\` that the book is valid. ${OTHER_WAY}`,
  });
