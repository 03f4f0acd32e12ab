/** `octavo release`. */
import { join } from 'node:path';
import { themesBeside } from '../../config/folders.js';
import { attach, type Attached } from '../../deliver/release/attach.js';
import { HostError, type ReleaseFile } from '../../deliver/release/host.js';
import { commitTime, currentTag, isOfAnother, uncommitted } from '../../deliver/release/repository.js';
import { CHECKSUMS, checksumsOf, NOTES, notesOf, RECORD, releaseFile } from '../../deliver/release/set.js';
import { fatal, sortMessages, warning } from '../../diagnostics.js';
import { writeWhole } from '../../io/whole.js';
import { counted } from '../../text/numbers.js';
import type { Message } from '../../types.js';
import { sourceDateEpoch } from '../build/epoch.js';
import { exitCode } from '../exit.js';
import { EXIT, type Action, type Flags } from '../command.js';
import { releasedBooks } from './books.js';
import { printed, recordOf, type Released, type Report } from './record.js';
import { earlierEditions, withChanges } from './since.js';
import { targetOf, type Target } from './target.js';
import { harmless, shown, sized, terminal } from '../terminal.js';

export const releaseCommand: Action = async (names, flags) => {
  const { env } = process;
  const out = String(flags.out);
  const tag = flags.tag === undefined ? await currentTag(env) : String(flags.tag);
  const nothing: Report = { books: [], messages: [], tag, out };
  const { value: set, messages: wrong } = sourceDateEpoch(env);
  if (wrong.length > 0) return refused({ ...nothing, messages: wrong }, flags, EXIT.usage);
  const epoch = set ?? (await commitTime(env));
  const target = flags.attach ? await targetOf(env, tag, flags) : undefined;
  if (target && 'problem' in target) {
    return refused({ ...nothing, messages: [target.problem] }, flags, EXIT.usage);
  }
  const since = await earlierEditions(flags, env, target);
  const built = await releasedBooks(names, flags, { tag, epoch });
  const messages = [...built.messages, ...since.messages, ...(await ofGit(String(flags.manuscripts)))];
  const all = sortMessages([...messages, ...built.books.flatMap((book) => book.messages)]);
  const code = exitCode(all, flags);
  if (built.books.length === 0 || code !== EXIT.clean) {
    const report = { ...nothing, messages, books: built.books.map((book) => ({ ...book, files: [] })) };
    return refused(report, flags, code === EXIT.clean ? EXIT.usage : code);
  }
  terminal.messages(shown(all, flags));

  const compared = await withChanges(built.books, since, tag);
  terminal.messages(shown(compared.messages, flags));
  const books = compared.value;
  const files = await writeSet(books, out, flags);
  const done: Report = { ...nothing, books, files, messages: [...messages, ...compared.messages] };
  if (!target) return finished(done, flags, EXIT.clean);
  if (flags.dryRun) {
    const words = `Would attach ${counted(files.length, 'file')} to ${target.tag} on ${target.host.name}; nothing was sent.`;
    terminal.error(harmless(words));
    return finished(done, flags, EXIT.clean);
  }
  const attached = await attachAll(target, { books, files }, flags);
  if (!('failure' in attached)) return finished({ ...done, attached }, flags, EXIT.clean);
  terminal.messages([attached.failure]);
  const failed = { ...done, messages: [...done.messages, attached.failure] };
  return finished(failed, flags, EXIT.usage);
};

/** What keeps others from building the same: text in no commit, or a repository that git refuses. */
async function ofGit(manuscripts: string): Promise<Message[]> {
  if (await isOfAnother(process.env)) {
    const reason = 'Git refuses this repository: it belongs to another user';
    const hint =
      'To allow it: `git config --global --add safe.directory FOLDER`. Until then, the books do not get the time of the commit.';
    return [warning('release:git', reason, { hint })];
  }
  const [first, ...others] = await uncommitted(process.env, [manuscripts, themesBeside(manuscripts)]);
  if (first === undefined) return [];
  const more = others.length > 0 ? ` and ${counted(others.length, 'other file')}` : '';
  const reason = `Some changes are in no commit: \`${first}\`${more}`;
  const hint = 'Commit them: otherwise nobody can build the same files from the tag.';
  return [warning('release:uncommitted', reason, { hint })];
}

/** Writes the set and returns what a release carries of it. */
async function writeSet(books: readonly Released[], out: string, flags: Flags): Promise<ReleaseFile[]> {
  const carried = books.flatMap(({ files, cover, shopCover }) =>
    [...files, cover, shopCover].filter((file) => file !== undefined),
  );
  const text = new TextEncoder();
  const checksums = flags.checksums ? [releaseFile(CHECKSUMS, text.encode(checksumsOf(carried)))] : [];
  const notes = releaseFile(NOTES, text.encode(notesOf(books)));
  for (const { name, bytes } of [...carried, ...checksums, notes]) await writeWhole(join(out, name), bytes);
  return [...carried, ...checksums];
}

async function attachAll(
  { tag, host, commit }: Target,
  { books, files }: { books: readonly Released[]; files: readonly ReleaseFile[] },
  flags: Flags,
): Promise<Attached | { failure: Message }> {
  const notes = notesOf(books, (name) => host.addressOf(tag, name));
  try {
    return await attach(host, { tag, title: titleOf(books), notes }, files, {
      commit,
      draft: Boolean(flags.draft),
      replace: Boolean(flags.replace),
      progress: (step) => {
        if (!flags.quiet) terminal.error(harmless(step));
      },
    });
  } catch (cause) {
    if (!(cause instanceof HostError)) throw cause;
    return { failure: fatal(cause.id, cause.message, { hint: cause.hint }) };
  }
}

/** Books that the title of a release names; hosts take no title that is longer than some. */
const MOST_NAMED = 3;
const LONGEST_TITLE = 200;

function titleOf(books: readonly Released[]): string {
  const named = books.slice(0, MOST_NAMED).map(({ title, version }) => `${title} ${version}`);
  const more = books.length - named.length;
  const letters = Array.from([...named, ...(more > 0 ? [`${String(more)} more`] : [])].join(', '));
  return letters.length > LONGEST_TITLE ? `${letters.slice(0, LONGEST_TITLE).join('')}…` : letters.join('');
}

/** Nothing was released: says why, and leaves what was there as it is. */
function refused(report: Report, flags: Flags, code: number): number {
  const all = sortMessages([...report.messages, ...report.books.flatMap((book) => book.messages)]);
  terminal.messages(shown(all, flags));
  terminal.error('octavo: Nothing was released, because of the errors');
  if (flags.json) terminal.print(printed(recordOf(report)));
  return code;
}

/** Writes `release.json`, says what was done, and returns the exit code. */
async function finished(report: Report, flags: Flags, code: number): Promise<number> {
  const { books, attached, out } = report;
  const record = recordOf(report);
  await writeWhole(join(out, RECORD), new TextEncoder().encode(`${printed(record)}\n`));
  if (flags.json) terminal.print(printed(record));
  else if (!flags.quiet) {
    for (const { files, title, version } of books)
      for (const { name, bytes } of files)
        terminal.print(`${join(out, name)}  ${harmless(title)} ${harmless(version)}: ${sized(bytes.length)}`);
    for (const { cover, shopCover } of record.books)
      for (const picture of [cover, shopCover]) if (picture) terminal.print(picture.path);
    for (const path of [record.checksums, record.notes]) if (path !== undefined) terminal.print(path);
    if (attached) terminal.print(`${attached.url}${attached.isDraft ? ' (draft)' : ''}`);
  }
  return code;
}
