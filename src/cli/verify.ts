/** `octavo verify`. */
import { basename } from 'node:path';
import type { Format } from '../config/formats.js';
import { ARCHIVE, compareArchives, type EntryDifference } from '../diff/entries.js';
import { fatal, info, quotable } from '../diagnostics.js';
import { archiveProblem } from '../epub/problem.js';
import { openBook, type Publication } from '../epub/publication.js';
import { findBooks } from '../index.js';
import { packageVersion } from '../io/templates.js';
import { readWhole } from '../io/whole.js';
import { counted } from '../text/numbers.js';
import { CONFIG_HASH, GENERATOR, generatorOf, PLUGINS, SOURCE, THEME } from '../pipeline/origin.js';
import { slug } from '../text/slug.js';
import type { LoadedConfig } from '../plugins/types.js';
import type { Message, RawBook } from '../types.js';
import { made, type MadeOptions } from './build/made.js';
import { configOf } from './run-config.js';
import { EXIT, type Action, type Flags } from './command.js';
import { harmless, shown, terminal } from './terminal.js';

/** The most entries that are listed one by one for people. */
const MOST = 20;

export const verifyCommand: Action = async ([file = '', ...names], flags) => {
  const bytes = await readWhole(file);
  const opened = open(bytes, file);
  if ('problem' in opened) {
    terminal.messages([opened.problem]);
    return EXIT.author;
  }
  const manuscripts = String(flags.manuscripts);
  const config = configOf(flags);
  const found = await findBooks({ cwd: process.cwd(), manuscripts, names });
  const raw = names.length > 0 ? found.value[0] : await bookOf(opened.publication, file, found.value, config);
  if (!raw) {
    terminal.messages(shown(found.messages, flags));
    terminal.error(
      `octavo: No book in \`${manuscripts}\` matches \`${file}\`\n` +
        `  Name its manuscripts: \`octavo verify ${file} BOOK\`.`,
    );
    return EXIT.usage;
  }
  const { rebuilt, messages } = await rebuild(raw, opened.publication, {
    manuscripts,
    config,
    format: formatOf(file),
  });
  if (!rebuilt) {
    terminal.messages(shown(messages, flags));
    return EXIT.author;
  }
  const differences = compareArchives(rebuilt.bytes, bytes);
  const isSameContent = differences.every(({ kind }) => kind === 'container');
  const notes = isSameContent
    ? []
    : [...messages, ...reasons(opened.publication, rebuilt, { path: file, differences })];
  report({ file, book: raw.path, differences, isSameContent, notes }, flags);
  return differences.length > 0 ? EXIT.author : EXIT.clean;
};

function open(bytes: Uint8Array, path: string): { publication: Publication } | { problem: Message } {
  const problem = archiveProblem(bytes, path, 'verify');
  if (problem) return { problem };
  try {
    return openBook(bytes);
  } catch (cause) {
    const reason = `Could not read this book: ${(cause as Error).message}`;
    const hint = 'It was damaged after it was built; download or copy it again.';
    return { problem: fatal('verify:unreadable', reason, { path, hint }) };
  }
}

const formatOf = (file: string): Format => (/\.kepub\.epub$/iu.test(file) ? 'kepub' : 'epub');

/** The manuscripts of an ebook: a released file has a version behind the name of its book. */
async function bookOf(
  { metadata }: Publication,
  file: string,
  books: readonly RawBook[],
  config: LoadedConfig | undefined,
): Promise<RawBook | undefined> {
  const name = basename(file).replace(/(?:\.kepub)?\.[^.]*$/u, '');
  const called = books.filter((raw) => name === slug(raw.name) || name.startsWith(`${slug(raw.name)}-`));
  const longestFirst = called.sort((a, b) => b.name.length - a.name.length);
  if (longestFirst.length === 1) return longestFirst[0];
  // What names a book in truth is its identifier; asking for it builds the book.
  for (const raw of [...longestFirst, ...books.filter((other) => !called.includes(other))]) {
    const { stages } = await made(raw, { manuscripts: '.', theme: 'plain', config });
    if (stages.package?.identifier === metadata.identifier) return raw;
  }
  return longestFirst[0];
}

interface Rebuilt {
  bytes: Uint8Array;
  /** What the rebuilt book records of its origin. */
  origin: ReadonlyMap<string, string>;
}

/** Builds the book as the file says that it was built: its theme, its time. */
async function rebuild(
  raw: RawBook,
  { metadata }: Publication,
  { manuscripts, config, format }: Pick<MadeOptions, 'manuscripts' | 'config'> & { format: Format },
): Promise<{ rebuilt?: Rebuilt; messages: Message[] }> {
  const theme = metadata.named.get(THEME);
  const first = await made(raw, { manuscripts, config, theme, format });
  const recorded = Date.parse(metadata.modified ?? '');
  const isOtherTime = first.stages.package?.modified !== metadata.modified && !Number.isNaN(recorded);
  const { bytes, stages } = isOtherTime
    ? await made(raw, { manuscripts, config, theme, format, epoch: recorded / 1000 })
    : first;
  const { messages, package: book } = stages;
  if (!bytes || !book) return { messages };
  const metas = book.metadata.map(({ attributes }): [string, string] => [
    attributes['name'] ?? '',
    attributes['content'] ?? '',
  ]);
  const ofTheme = messages.filter(({ id }) => id === 'book:unknown-theme');
  return { rebuilt: { bytes, origin: new Map(metas) }, messages: ofTheme };
}

/** What a theme puts into a book. */
const OF_THEME = /\.(?:css|ttf|otf|woff2?)$/iu;

/** Why a book may differ that nobody touched: its manuscripts, or what made it. */
function reasons(
  { metadata: { named } }: Publication,
  { origin }: Rebuilt,
  { path, differences }: { path: string; differences: readonly EntryDifference[] },
): Message[] {
  const generator = named.get(GENERATOR);
  if (generator === undefined || !named.has(SOURCE)) {
    const reason = 'This book has no record of how it was built, as a book from `octavo build` has';
    return [info('verify:no-record', reason, { path })];
  }
  const ours = generatorOf(packageVersion());
  const notes: Message[] = [];
  if (generator !== ours) {
    const reason = `The book was made by \`${quotable(generator)}\`; this is \`${ours}\`, which may write other bytes`;
    const version = generator.replace(/^Octavo /u, '');
    const hint = `Verify it with that version: \`npx octavo@${/^[\w.-]+$/u.test(version) ? version : 'VERSION'} verify\`.`;
    notes.push(info('verify:version', reason, { path, hint }));
  }
  notes.push(
    named.get(SOURCE) === origin.get(SOURCE)
      ? info('verify:source', 'The manuscripts are the ones that the book was built from', { path })
      : info('verify:source', 'The manuscripts are not the ones that the book was built from', {
          path,
          hint: 'Check out the commit or the tag that it was released from, and verify it there.',
        }),
  );
  const [was, is] = [named.get(CONFIG_HASH), origin.get(CONFIG_HASH)];
  if (was !== is || named.get(PLUGINS) !== origin.get(PLUGINS)) {
    const plugins = named.get(PLUGINS);
    const reason =
      was === undefined
        ? 'The book was built without `octavo.config.mjs`'
        : is === undefined
          ? 'The book was built with an `octavo.config.mjs`, and none is used here'
          : 'The plugins, or `octavo.config.mjs`, are not those that the book was built with';
    const hint =
      was === undefined
        ? 'Verify it with `--no-config`.'
        : `It names ${plugins === undefined ? 'no plugins' : `\`${quotable(plugins)}\``}. Install these versions, in the project that it was built in.`;
    notes.push(info('verify:config', reason, { path, hint }));
  }
  const isMadeAlike = generator === ours && named.get(SOURCE) === origin.get(SOURCE);
  if (isMadeAlike && differences.some(({ name }) => OF_THEME.test(name))) {
    const reason = 'The style sheet or the typefaces are not those of the theme that the book was built with';
    const hint =
      'A book records only the name of a theme of your own. Check that the theme in `themes/` has not changed.';
    notes.push(info('verify:theme', reason, { path, hint }));
  }
  return notes;
}

interface Report {
  file: string;
  book: string;
  differences: readonly EntryDifference[];
  /** Whether nothing but the archive differs, if anything does. */
  isSameContent: boolean;
  notes: readonly Message[];
}

function report({ file, book, differences, isSameContent, notes }: Report, flags: Flags): void {
  const isIdentical = differences.length === 0;
  if (flags.json) {
    terminal.json({
      file,
      book,
      identical: isIdentical,
      sameContent: isSameContent,
      differences,
      messages: notes,
    });
    return;
  }
  if (!flags.quiet) {
    const verdict = isIdentical
      ? `identical to what ${book} gives`
      : isSameContent
        ? `another archive, with every file as ${book} gives it`
        : `${counted(differences.length, 'difference')} from what ${book} gives`;
    const rest = differences.length - MOST;
    const lines = [
      `${file}: ${verdict}`,
      ...differences.slice(0, MOST).map((difference) => `  ${inWords(difference)}`),
      ...(rest > 0 ? [`  and ${String(rest)} more`] : []),
    ];
    terminal.print(lines.join('\n'));
  }
  terminal.messages(notes);
}

function inWords({ name, kind, sizes, line }: EntryDifference): string {
  const entry = name === ARCHIVE ? 'The archive' : harmless(name);
  const words: Record<EntryDifference['kind'], string> = {
    missing: 'is missing',
    extra: 'is not in the book',
    damaged: 'is damaged',
    container: name === ARCHIVE ? 'is framed otherwise' : 'is packed otherwise, with the same content',
    content: `differs: ${String(sizes.found)} bytes, expected ${String(sizes.expected)}`,
  };
  const where = line
    ? `\n    line ${String(line.number)} reads  ${excerpt(line.found, line.expected)}` +
      `\n    expected  ${excerpt(line.expected, line.found)}`
    : '';
  return `${entry} ${words[kind]}${where}`;
}

/** Characters of a line before its first difference that are shown with it. */
const BEFORE = 24;

/** A line from a little before the place where it differs from the other. */
function excerpt(line: string, other: string): string {
  let at = 0;
  while (at < line.length && line[at] === other[at]) at += 1;
  const from = Math.max(0, at - BEFORE);
  return harmless(`${from > 0 ? '\u2026' : ''}${quotable(line.slice(from).trim())}`);
}
