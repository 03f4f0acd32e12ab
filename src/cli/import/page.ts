/** `octavo import --html`. */
import { basename, extname, posix } from 'node:path';
import { fatal, sortMessages } from '../../diagnostics.js';
import type { Plan, Reading } from '../../import/index.js';
import { GENERATOR, importPage } from '../../import/page/index.js';
import { codeOf } from '../../io/files.js';
import { readPageFile } from '../../io/templates.js';
import { readWhole, writeWhole } from '../../io/whole.js';
import { counted } from '../../text/numbers.js';
import type { Message } from '../../types.js';
import { exitCode } from '../exit.js';
import type { Flags } from '../command.js';
import { harmless, shown, terminal } from '../terminal.js';

const ENDING = '.import.html';

/** What is wrong with asking for a page; undefined where it can be written. */
export function pageProblem({ html, interactive }: Flags, paths: readonly string[]): string | undefined {
  if (html === undefined) return undefined;
  if (typeof html === 'string' && !/\.html$/i.test(html))
    return `Unexpected \`${html}\` for a page, expected a name that ends in \`.html\`: \`octavo import FILE --html page.html\``;
  if (interactive === true) return '`--html` and `--interactive` exclude each other: the page asks instead';
  if (paths.length > 1) return 'A page shows one text: name one file with `--html`';
  return undefined;
}

/** Writes the page of the one text that was read, and no manuscript. */
export async function writePage(plan: Plan, before: readonly Message[], flags: Flags): Promise<number> {
  const [reading] = plan.readings;
  const messages = [...before, ...plan.messages.filter(({ id }) => id !== 'import:unsure')];
  const file = reading && pageName(reading, flags);
  const problem = file === undefined ? undefined : await inTheWay(file, flags);
  if (reading && file !== undefined && !problem) {
    await writeWhole(file, new TextEncoder().encode(await pageOf(reading, plan, flags)));
    const unsure = plan.unsure.length;
    if (flags.json) terminal.json({ file, lines: reading.lines.length, unsure, messages });
    else if (!flags.quiet)
      terminal.print(`${file}: ${counted(reading.lines.length, 'line')}, ${String(unsure)} unsure`);
  }
  const all = sortMessages([...messages, ...(problem ? [problem] : [])]);
  if (!flags.json) terminal.messages(shown(all, flags));
  else if (!reading || problem) terminal.json({ messages: all });
  return exitCode(all, {});
}

const stemOf = (name: string): string => basename(name, extname(name));

const pageName = ({ source }: Reading, { html }: Flags): string =>
  typeof html === 'string' ? html : stemOf(source.name) + ENDING;

async function pageOf(reading: Reading, plan: Plan, flags: Flags): Promise<string> {
  const { source } = reading;
  const decisions = `${stemOf(source.name)}.decisions.json`;
  const folder = posix.dirname(source.path);
  const path = folder === '.' ? decisions : posix.join(folder, decisions);
  const command = ['octavo', 'import', '--decisions', quoted(path), ...sameFlags(flags), quoted(source.path)];
  return importPage(
    {
      reading,
      stories: plan.stories.filter((story) => story.source === source),
      decisions,
      command: command.join(' '),
    },
    { style: await readPageFile('import', 'page.css'), script: await readPageFile('import', 'page.js') },
  );
}

/** What was asked for beside the page holds for the import after it too. */
const sameFlags = ({ book, into }: Flags): string[] => [
  ...(typeof book === 'string' ? ['--book', quoted(book)] : []),
  ...(typeof into === 'string' && into !== 'manuscripts' ? ['--into', quoted(into)] : []),
];

/** A word as shells take it. */
const quoted = (word: string): string => {
  const line = harmless(word);
  return /^[\p{L}\p{N}_./:\\-]+$/u.test(line) ? line : `"${line.replaceAll(/(["\\$`])/g, '\\$1')}"`;
};

/** A file that is no page of ours is not written over. */
async function inTheWay(file: string, { force }: Flags): Promise<Message | undefined> {
  try {
    const head = new TextDecoder().decode((await readWhole(file)).subarray(0, 4096));
    if (force === true || head.includes(GENERATOR)) return undefined;
  } catch (cause) {
    if (codeOf(cause) === 'ENOENT') return undefined;
    throw cause;
  }
  return fatal('import:exists', 'There is a file of this name already, and it is not a page of an import', {
    path: file,
    hint: 'Name another: `octavo import FILE --html page.html`. Nothing was written.',
  });
}
