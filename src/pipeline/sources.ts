/** The files that a book is made of, wherever it is then made: its own, its pictures, and the theme that it wears. */
import { basename, posix, resolve } from 'node:path';
import { imageRequests } from '../compose/index.js';
import { MANUSCRIPTS, THEMES } from '../config/folders.js';
import { warning, type Result } from '../diagnostics.js';
import { readAssets } from '../io/assets.js';
import { openFolder } from '../io/folder.js';
import { journaled } from '../io/journal.js';
import { builtInThemes } from '../io/themes.js';
import type { FoundFile, Message, RawBook } from '../types.js';
import { themeFor, type ThemeOptions } from './dressing.js';
import { runStages, type StageOptions } from './stages.js';

export interface Sources {
  /** By their paths in a folder in which `octavo build` makes the same book: `manuscripts/…`, `themes/…`. */
  files: Map<string, Uint8Array>;
  /** The book's own folder or file in `manuscripts/`. */
  book: string;
  /** The theme to ask for there, where one was asked for here. */
  theme?: string;
}

/** What `themes` of `ThemeOptions` is there, and `cwd`, both absolute; themes of a configuration stay where it is. */
type SourceOptions = ThemeOptions &
  Required<Pick<ThemeOptions, 'cwd' | 'themes'>> &
  Pick<StageOptions, 'config'>;

/** Where the folder of a theme goes that the command line names by its path. */
const ASKED = 'theme';

/**
 * The sources of a book that was found, with a message for each file that stays behind. Hidden files and what programs
 * install are no part of a book.
 */
export async function sourcesOf(raw: RawBook, options: SourceOptions): Promise<Result<Sources>> {
  const messages: Message[] = [];
  const files = new Map<string, Uint8Array>();
  const add = (folder: string, found: ReadonlyMap<string, FoundFile>): void => {
    for (const [file, one] of found) {
      if ('bytes' in one) files.set(posix.join(folder, file).normalize('NFC'), one.bytes);
      else if (one.problem !== 'missing') messages.push(leftBehind(`${raw.path}/${file}`, one.problem));
    }
  };
  const [first] = raw.files;
  const book = raw.single && first ? first.rel : raw.name;
  const home = raw.single ? MANUSCRIPTS : posix.join(MANUSCRIPTS, book);
  if (raw.single) add(home, await picturesOf(raw, options.config));
  else {
    const listed = await openFolder(raw.root, raw.root, raw.path, options.cwd).list();
    messages.push(...listed.messages);
    add(home, await readAssets(raw.root, listed.value));
  }
  // Another tool's files were rewritten as they were read.
  if (!raw.layout) for (const { rel, bytes } of raw.files) files.set(posix.join(home, rel), bytes);

  for (const wanted of new Set([options.theme, ...themesIn(files.values())])) {
    const places = { [options.themes]: THEMES, ...(raw.single ? { [raw.root]: home } : {}) };
    if (options.theme !== undefined)
      places[resolve(options.cwd, options.theme)] ??= askedFolder(options.theme);
    for (const [root, names] of await themeFiles(wanted, raw, options))
      if (places[root] !== undefined) add(places[root], await readAssets(root, names));
  }
  const asked = options.theme === undefined ? undefined : askedFolder(options.theme);
  const isPacked = asked !== undefined && files.has(`${asked}/theme.css`);
  const theme = isPacked ? asked : options.theme;
  return { value: { files, book, ...(theme === undefined ? {} : { theme }) }, messages };
}

const askedFolder = (theme: string): string => posix.join(ASKED, basename(theme));

/** What a text has where it may show a picture; most have none of it, and need not be parsed. */
const MAY_SHOW = /!\[|<\w|^\s*["']?cover\b/imu;

/** The pictures of a book in one file, which lie among those of others. */
async function picturesOf(
  raw: RawBook,
  config: StageOptions['config'],
): Promise<ReadonlyMap<string, FoundFile>> {
  if (!config && !raw.files.some(({ bytes }) => MAY_SHOW.test(textOf(bytes)))) return new Map();
  const { book } = await runStages(raw, { changes: false, upTo: 'book', config });
  const requests = book ? imageRequests(book) : [];
  return readAssets(
    raw.root,
    requests.flatMap(({ file, bytes }) => (bytes ? [] : [file])),
  );
}

const THEME_KEY = /(?:^|[{,])[ \t]*["']?theme["']?[ \t]*[:=][ \t]*["']?([^"'#,}\r\n]+)/gmu;

/** The names of themes that texts may ask for, before anything is parsed: rather one too many. */
function themesIn(texts: Iterable<Uint8Array>): Set<string> {
  const names = new Set<string>();
  for (const bytes of texts) {
    if (!holdsTheme(bytes)) continue;
    for (const [, name = ''] of textOf(bytes).matchAll(THEME_KEY)) names.add(name.trim());
  }
  return names;
}

const holdsTheme = (bytes: Uint8Array): boolean =>
  Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).includes('theme');

const textOf = (bytes: Uint8Array): string => new TextDecoder().decode(bytes);

/** The files that a theme is read from, by the absolute folder of which they are; Octavo's own are everywhere. */
async function themeFiles(
  wanted: string | undefined,
  { path, root }: RawBook,
  options: ThemeOptions,
): Promise<Map<string, string[]>> {
  const byRoot = new Map<string, string[]>();
  if (wanted === undefined) return byRoot;
  const { looked } = await journaled(async () => {
    const asked = { theme: wanted, path, root, fonts: true, direction: 'ltr' as const };
    const { value } = await themeFor(asked, options);
    await value.read(value.theme.fonts);
  });
  for (const { root: from, file, found } of looked) {
    if (from === builtInThemes() || !found.startsWith('sha256:')) continue;
    byRoot.set(from, [...(byRoot.get(from) ?? []), file]);
  }
  return byRoot;
}

const WHY: Readonly<Record<Exclude<Extract<FoundFile, { problem: string }>['problem'], 'missing'>, string>> =
  {
    outside: 'it is a link that leads out of the book’s folder',
    unreadable: 'it cannot be read',
    'too-large': 'it is larger than any picture may be',
    'too-much': 'the book’s files are too large together',
  };

const leftBehind = (path: string, problem: keyof typeof WHY): Message =>
  warning('archive:left-behind', `This file is left behind: ${WHY[problem]}`, {
    path,
    hint: 'The book is made without it.',
  });
