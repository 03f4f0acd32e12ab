/** `octavo import --update`. */
import { posix } from 'node:path';
import { sortMessages } from '../../diagnostics.js';
import {
  answersAgain,
  matchesOf,
  planImport,
  updatesOf,
  writeDrafts,
  type Answers,
  type Match,
  type Plan,
  type Source,
  type Update,
  type Written,
} from '../../import/index.js';
import { counted } from '../../text/numbers.js';
import { fileSlug } from '../../text/slug.js';
import type { Message } from '../../types.js';
import { exitCode } from '../exit.js';
import type { Flags } from '../command.js';
import { harmless, shown, terminal } from '../terminal.js';

/** The folder that manuscripts are in: that of a book, where one is named. */
const folderOf = ({ into, book }: Flags): string => {
  const folder = String(into).replaceAll('\\', '/');
  return typeof book === 'string' ? posix.join(folder, fileSlug(book.trim())) : posix.normalize(folder);
};

/** A plan, and the manuscripts that its stories are in already. */
interface Planned {
  plan: Plan;
  matches: Match[];
  messages: Message[];
}

/**
 * A plan; for an update, the manuscripts that its stories are in, and what was said at the last import of paragraphs
 * that are there still. What is said now goes before.
 */
export async function planFor(
  sources: readonly Source[],
  options: { depth: number; answers: Answers },
  flags: Flags,
): Promise<Planned> {
  if (flags.update !== true) return { plan: await planImport(sources, options), matches: [], messages: [] };
  const matched = async (plan: Plan): Promise<Planned> => ({
    plan,
    ...(await matchesOf(plan.stories, folderOf(flags), process.cwd())),
  });
  const first = await matched(await planImport(sources, options));
  const again = new Map(
    first.matches.flatMap(({ planned, found }) => {
      const reading = first.plan.readings.find(({ source }) => source === planned.source);
      return reading && found.holds.answers ? [...answersAgain(reading, found.holds.answers)] : [];
    }),
  );
  const isNew = [...again].some(([key]) => !options.answers.has(key));
  if (!isNew) return first;
  return matched(await planImport(sources, { ...options, answers: new Map([...again, ...options.answers]) }));
}

/** Brings what stories have gained into their manuscripts, and says what became of each chapter. */
export async function updateCommand(
  { plan, matches, messages: before }: Planned,
  read: readonly Message[],
  flags: Flags,
): Promise<number> {
  const cwd = process.cwd();
  const writes = flags.dryRun !== true;
  const { updates, messages } = await updatesOf(matches, folderOf(flags), cwd);
  const drafts = updates.flatMap((one) => one.drafts);
  const { written } = writes
    ? await writeDrafts(drafts, { cwd, force: true })
    : { written: new Map<string, Written>() };
  const all = sortMessages([...read, ...plan.messages, ...before, ...messages]);
  if (flags.json) terminal.json({ updates: updates.map((one) => asJson(one, written)), messages: all });
  else {
    if (!flags.quiet) for (const one of updates) printUpdate(one);
    terminal.messages(shown(all, flags));
    if (!flags.quiet) terminal.error(closing(updates, written, writes));
  }
  return exitCode(all, {});
}

function printUpdate({ planned, path, update }: Update): void {
  const { added, changed, gone, left, moved, front } = update;
  const named = (heading: string): string =>
    heading === '' ? 'the text without a heading' : harmless(heading);
  const lines = [
    ...added.map(({ heading, line }) => `new: ${named(heading)} (line ${String(line)})`),
    ...changed.map(({ heading, count }) => `changed: ${named(heading)}, ${counted(count, 'paragraph')}`),
    ...(front.taken.length > 0 ? [`changed in the front matter: ${front.taken.join(', ')}`] : []),
    ...gone.map(({ heading }) => `gone from the source, kept: ${named(heading)}`),
    ...left.map((heading) => `taken out by you, left out: ${named(heading)}`),
    ...(moved ? ['the source has its chapters in another order; yours stays'] : []),
  ];
  terminal.print(
    `${path}: ${harmless(planned.story.title ?? 'no title')}, from ${harmless(planned.source.path)}`,
  );
  for (const line of lines.length > 0 ? lines : ['nothing new']) terminal.print(`  ${line}`);
}

function closing(updates: readonly Update[], written: ReadonlyMap<string, Written>, writes: boolean): string {
  if (!writes) return 'Nothing was written.';
  const count = updates.filter(({ path }) => written.get(path) === 'new').length;
  return `${counted(count, 'manuscript')} brought up to date, ${String(updates.length - count)} unchanged.`;
}

const asJson = ({ planned, path, update, drafts }: Update, written: ReadonlyMap<string, Written>) => ({
  source: planned.source.path,
  manuscript: path,
  title: planned.story.title,
  front: update.front,
  added: update.added,
  changed: update.changed,
  gone: update.gone,
  left: update.left,
  moved: update.moved,
  conflicts: update.conflicts,
  files: drafts.map((draft) => ({ path: draft.path, written: written.get(draft.path) ?? 'no' })),
});
