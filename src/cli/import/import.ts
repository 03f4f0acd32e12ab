/** `octavo import`. */
import { createInterface } from 'node:readline/promises';
import { sortMessages, type Result } from '../../diagnostics.js';
import {
  answersIn,
  cutLines,
  draftsOf,
  PASTED,
  readSources,
  writeDrafts,
  type Answers,
  type Class,
  type Draft,
  type Plan,
  type PlannedStory,
  type Source,
  type Written,
} from '../../import/index.js';
import { readWhole } from '../../io/whole.js';
import { counted } from '../../text/numbers.js';
import type { Message } from '../../types.js';
import { exitCode } from '../exit.js';
import { pageProblem, writePage } from './page.js';
import { answersTo } from './questions.js';
import { restoreCommand } from './restore.js';
import { planFor, updateCommand } from './update.js';
import { EXIT, type Action, type Flags } from '../command.js';
import { harmless, shown, terminal } from '../terminal.js';

/** What is pasted, or piped, up to its end; on a terminal, a line says how to end it. */
async function pastedText(): Promise<Uint8Array> {
  if (process.stdin.isTTY) {
    terminal.error(
      'Paste the story, then press Ctrl-D on a line of its own (on Windows Ctrl-Z, then Enter).',
    );
  }
  const chunks: Buffer[] = [];
  for await (const chunk of process.stdin) chunks.push(Buffer.from(chunk as Uint8Array));
  return Buffer.concat(chunks);
}

export const importCommand: Action = async (paths, flags) => {
  if (flags.restore === true) return restoreCommand(paths, flags);
  const problem = usageProblem(flags, paths) ?? pageProblem(flags, paths);
  if (problem !== undefined) {
    terminal.error(`octavo: ${problem}`);
    return EXIT.usage;
  }
  const cwd = process.cwd();
  const sources = await readSources(paths, cwd, pastedText);
  const book = typeof flags.book === 'string' ? { book: flags.book.trim() } : {};
  const depth = flags.book === undefined ? 1 : 2;
  const decided = await decisionsOf(flags, sources.value);
  if (decided.messages.length > 0) return refused([...sources.messages, ...decided.messages], flags);
  let made = await planFor(sources.value, { depth, answers: decided.value }, flags);
  if (flags.html !== undefined) return writePage(made.plan, sources.messages, flags);
  if (flags.interactive === true) {
    const answers = await ask(made.plan);
    if (!answers) {
      terminal.error(closing(new Map(), false));
      return EXIT.clean;
    }
    made = await planFor(sources.value, { depth, answers: new Map([...decided.value, ...answers]) }, flags);
  }
  if (flags.update === true) return updateCommand(made, sources.messages, flags);
  const { plan } = made;
  const drafts = draftsOf(plan.stories, {
    into: String(flags.into)
      .replaceAll('\\', '/')
      .replace(/(?<=.)\/+$/, ''),
    ...book,
  });
  if (!flags.json && !flags.quiet) printStories(plan.stories, drafts, flags);
  const writes = flags.dryRun !== true;
  const { written, messages } = writes
    ? await writeDrafts(drafts, { cwd, force: flags.force === true })
    : NOTHING;
  const all = sortMessages([...sources.messages, ...plan.messages, ...messages]);
  if (flags.json) terminal.json(asJson(plan, drafts, written, all));
  else {
    terminal.messages(shown(all, flags));
    if (!flags.quiet) terminal.error(closing(written, writes));
  }
  return exitCode(all, {});
};

/** What a file of decisions says of the sources; nothing without one. */
async function decisionsOf({ decisions }: Flags, sources: readonly Source[]): Promise<Result<Answers>> {
  if (typeof decisions !== 'string') return { value: new Map(), messages: [] };
  const text = new TextDecoder().decode(await readWhole(decisions));
  const { value = new Map<string, Class>(), messages } = answersIn(text, decisions, sources);
  return { value, messages };
}

/** Says why nothing is imported at all. */
function refused(messages: readonly Message[], flags: Flags): number {
  if (flags.json) terminal.json({ stories: [], unsure: [], messages });
  else terminal.messages(shown(messages, flags));
  return exitCode(messages, {});
}

const NOTHING = { written: new Map<string, Written>(), messages: [] };

function usageProblem(
  { book, interactive, json, line, all }: Flags,
  paths: readonly string[],
): string | undefined {
  if (typeof book === 'string' && book.trim() === '')
    return '`--book` is empty: give it the title of the book';
  if (line !== undefined || all === true) return '`--line` and `--all` go with `--restore` only';
  if (interactive === true && paths.includes(PASTED))
    return '`--interactive` cannot read answers where the text is pasted (`-`): save the text in a file first';
  const asks = interactive === true && (json === true || !process.stdin.isTTY);
  return asks ? '`--interactive` needs a terminal to ask on' : undefined;
}

/** What somebody at the terminal says of the decisions that are not sure; undefined where they quit. */
async function ask({ unsure }: Plan): Promise<Answers | undefined> {
  const questions = createInterface({ input: process.stdin, output: process.stderr });
  // Who ends the input leaves the rest as it is; who interrupts it wants nothing written.
  const end = new AbortController();
  questions.once('close', () => {
    end.abort();
  });
  questions.once('SIGINT', () => process.kill(process.pid, 'SIGINT'));
  const answers = await answersTo(unsure, (question) =>
    end.signal.aborted
      ? Promise.resolve(undefined)
      : questions.question(question, { signal: end.signal }).catch(() => undefined),
  );
  questions.close();
  return answers;
}

/** The most characters of a line of the source that is shown. */
const LONGEST = 100;
const short = (text: string): string => {
  const line = harmless(text.replaceAll(/\s+/g, ' ').trim());
  return line.length > LONGEST ? `${line.slice(0, LONGEST)}…` : line;
};

function printStories(stories: readonly PlannedStory[], drafts: readonly Draft[], flags: Flags): void {
  // A story's manuscript is the last of its drafts.
  const manuscripts = new Map(drafts.map(({ story, path }) => [story, path]));
  for (const planned of stories) printStory(planned, manuscripts.get(planned) ?? '', flags);
}

function printStory({ story, source }: PlannedStory, file: string, flags: Flags): void {
  const chapters = story.body.filter((piece) => piece.class === 'chapter').length;
  const cut = cutLines(story);
  const byline = story.authors.length > 0 ? ` by ${story.authors.join(', ')}` : '';
  terminal.print(
    `${file}: ${harmless(story.title ?? 'no title')}${harmless(byline)}, from ${harmless(source.path)}`,
  );
  if (chapters > 0) terminal.print(`  ${counted(chapters, 'chapter')}`);
  for (const [key, pieces] of Object.entries(story.front)) {
    terminal.print(`  ${LABELS[key] ?? key}: ${short(pieces.map(({ text }) => text).join(' '))}`);
  }
  if (cut.length === 0) return;
  terminal.print(`  left out: ${counted(cut.length, 'line')}`);
  const most = flags.dryRun === true || flags.verbose === true ? cut.length : SHOWN;
  for (const { line, class: of, reason, text } of cut.slice(0, most))
    terminal.print(`    ${String(line)}: ${short(text)} (${of}, ${reason})`);
  if (cut.length > most) terminal.print(`    … ${String(cut.length - most)} more; \`--verbose\` lists them`);
}

/** How many lines that were left out are listed unless more are asked for. */
const SHOWN = 12;

const LABELS: Readonly<Record<string, string>> = { noteBefore: 'note before', noteAfter: 'note after' };

function closing(written: ReadonlyMap<string, Written>, writes: boolean): string {
  if (!writes) return 'Nothing was written.';
  const count = (state: Written) => [...written.values()].filter((one) => one === state).length;
  return `${counted(count('new'), 'file')} written, ${String(count('same'))} unchanged, ${String(count('kept'))} kept as they are.`;
}

/** Stories, each with the paths of its files. */
function filesOf({ stories }: Plan, drafts: readonly Draft[]): [PlannedStory, string[]][] {
  const paths = new Map<PlannedStory, string[]>(stories.map((planned) => [planned, []]));
  for (const { story, path } of drafts) if (story) paths.get(story)?.push(path);
  return [...paths];
}

const asJson = (
  plan: Plan,
  drafts: readonly Draft[],
  written: ReadonlyMap<string, Written>,
  messages: unknown,
) => ({
  stories: filesOf(plan, drafts).map(([{ story, source, format }, paths]) => {
    const files = paths.map((path) => ({ path, written: written.get(path) ?? 'no' }));
    const front = Object.fromEntries(
      Object.entries(story.front).map(([key, pieces]) => [key, pieces.map(({ text }) => text)]),
    );
    return {
      source: source.path,
      format,
      title: story.title,
      authors: story.authors,
      facts: story.facts,
      front,
      files,
      cut: cutLines(story),
    };
  }),
  unsure: plan.unsure.map(({ path, decision: { block, maybe, confidence, reason } }) => ({
    path,
    line: block.line,
    text: block.text,
    maybe,
    confidence,
    reason,
  })),
  messages,
});
