/** `octavo proof`. */
import { findBooks, runStages, type Stages } from '../index.js';
import { didYouMean } from '../config/nearest.js';
import { readPageFile } from '../io/templates.js';
import { writeWhole } from '../io/whole.js';
import { counted } from '../text/numbers.js';
import { listing } from '../proof/listing.js';
import { proofPage } from '../proof/page/index.js';
import { isUnsure, selectChanges, summarize, type Selection } from '../proof/summary.js';
import { rules, treeRules } from '../typography/rules/index.js';
import { exitCode } from './exit.js';
import { configOf } from './run-config.js';
import { EXIT, type Action, type Flags } from './command.js';
import { proveCommand } from './proof-text.js';
import { shown, terminal } from './terminal.js';

/** A book as far as the typography. */
type Set = Stages & Required<Pick<Stages, 'parsed' | 'typeset'>>;

export const proofCommand: Action = async (names, flags) => {
  const { rule, html, text } = flags;
  if (typeof text === 'string') return proveCommand(text, names, flags);
  if (typeof rule === 'string' && !RULES.includes(rule)) return usage(unknownRule(rule));
  const cwd = process.cwd();
  const found = await findBooks({ cwd, manuscripts: String(flags.manuscripts), names });
  const messages = [...found.messages];
  const books: Set[] = [];
  if (typeof html === 'string' && found.value.length > 1) {
    return usage(`\`--html\` shows one book, and there are ${String(found.value.length)} here: name one`);
  }
  for (const raw of found.value) {
    const stages = await runStages(raw, { upTo: 'book', config: configOf(flags) });
    messages.push(...stages.messages.filter(({ fatal }) => fatal));
    const { parsed, typeset } = stages;
    if (parsed && typeset) books.push({ ...stages, parsed, typeset });
  }
  terminal.messages(shown(messages, flags));
  const [first] = books;
  if (typeof html === 'string' && first) await writePage(first, html, flags);
  else print(books, flags);
  const isOpen =
    flags.strict === true && books.some(({ changes }) => selected(changes, flags).some(isUnsure));
  return exitCode(messages, {}) || (isOpen ? EXIT.author : EXIT.clean);
};

const RULES = [...rules, ...treeRules].map(({ id }) => id);

function unknownRule(rule: string): string {
  const known = RULES.map((id) => `\`${id}\``).join(', ');
  const { hint } = didYouMean(rule, RULES);
  return `There is no rule \`${rule}\`; the rules are ${known}${hint === undefined ? '' : `\n  ${hint}`}`;
}

function usage(reason: string): number {
  terminal.error(`octavo: ${reason}`);
  return EXIT.usage;
}

const selectionOf = ({ rule, all }: Flags): Selection => ({
  ...(typeof rule === 'string' ? { rule } : {}),
  all: all === true,
});

const selected = (changes: Stages['changes'], flags: Flags) => selectChanges(changes, selectionOf(flags));

const titleOf = ({ book, raw }: Stages): string => book?.metadata.title ?? raw.name;

function print(books: readonly Set[], flags: Flags): void {
  if (flags.json) {
    const value = books.map((stages) => ({
      name: stages.raw.name,
      title: titleOf(stages),
      path: stages.raw.path,
      rules: summarize(stages.changes),
      changes: selected(stages.changes, flags),
    }));
    terminal.json({ books: value });
  } else if (!flags.quiet) {
    const texts = books.map((stages) =>
      listing(titleOf(stages), stages.changes, selectionOf(flags), terminal.mark),
    );
    if (texts.length > 0) terminal.print(texts.join('\n\n'));
  }
}

async function writePage(stages: Set, file: string, flags: Flags): Promise<void> {
  const assets = {
    style: await readPageFile('proof', 'page.css'),
    script: await readPageFile('proof', 'page.js'),
  };
  const page = proofPage({ ...stages, title: titleOf(stages) }, assets);
  await writeWhole(file, new TextEncoder().encode(page));
  if (flags.quiet) return;
  const open = stages.changes.filter(isUnsure).length;
  const facts = `${counted(stages.changes.length, 'change')}, ${String(open)} unsure`;
  if (flags.json) terminal.json({ file, rules: summarize(stages.changes) });
  else terminal.print(`${file}: ${facts}`);
}
