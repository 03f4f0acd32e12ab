/** `octavo release`. */
import { basename, join } from 'node:path';
import type { Format } from '../config/formats.js';
import { attach, type Attached } from '../deliver/release/attach.js';
import { github } from '../deliver/release/github.js';
import { HostError, type ReleaseFile } from '../deliver/release/host.js';
import { commitTime, currentTag } from '../deliver/release/repository.js';
import {
  CHECKSUMS,
  checksumsOf,
  NOTES,
  notesOf,
  RECORD,
  releaseFile,
  releaseName,
  versionOf,
} from '../deliver/release/set.js';
import { diffEditions, readEdition } from '../diff/index.js';
import { fatal, sortMessages, warning } from '../diagnostics.js';
import { build, type BuiltBook } from '../index.js';
import { writeWhole } from '../io/whole.js';
import type { Message } from '../types.js';
import { exitCode, inspect, sourceDateEpoch } from './build.js';
import { EXIT, type Action, type Flags } from './program.js';
import { printed, recordOf, type Released, type Report } from './release-record.js';
import { earlierEditions, type Edition } from './release-since.js';
import { targetOf } from './release-target.js';
import { counted, harmless, shown, sized, terminal } from './terminal.js';

/** A file as it was built, with what names it. */
interface Made {
  book: string;
  slug: string;
  identifier: string;
  version?: string;
  extension: string;
  bytes: Uint8Array;
}

export const releaseCommand: Action = async (names, flags) => {
  const { env } = process;
  const epoch = sourceDateEpoch(env.SOURCE_DATE_EPOCH) ?? (await commitTime(env));
  if (Number.isNaN(epoch))
    return usage('Unexpected `SOURCE_DATE_EPOCH`, expected a number of seconds since 1970');
  const tag = flags.tag === undefined ? await currentTag(env) : String(flags.tag);
  const target = flags.attach ? await targetOf(env, tag) : undefined;
  if (target && 'problem' in target) return usage(target.problem);

  const made: Made[] = [];
  const out = String(flags.out);
  const result = await build({
    cwd: process.cwd(),
    manuscripts: String(flags.manuscripts),
    books: names,
    out,
    formats: String(flags.format)
      .split(',')
      .map((word) => word.trim() as Format),
    ...(epoch === undefined ? {} : { epoch }),
    inspect: async (bytes, path, stages) => {
      const { package: book, raw } = stages;
      if (book) {
        const version = stages.book?.metadata.version;
        const extension = basename(path).slice(book.slug.length);
        const { slug, identifier } = book;
        made.push({
          book: raw.path,
          slug,
          identifier,
          extension,
          bytes,
          ...(version === undefined ? {} : { version }),
        });
      }
      return inspect(bytes, path, stages);
    },
  });
  const since = await earlierEditions(flags.since === undefined ? undefined : String(flags.since));
  const messages = [...result.messages, ...since.messages];
  const books = result.books.map((built) => released(built, made, { tag, editions: since.value }));
  const all = sortMessages([...messages, ...books.flatMap((book) => book.messages)]);
  terminal.messages(shown(all, flags));
  const code = exitCode(all, flags);
  if (books.length === 0 || code !== EXIT.clean) {
    terminal.error('octavo: nothing is released while there are errors');
    const unreleased = books.map((book) => ({ ...book, files: [] }));
    if (flags.json) terminal.print(printed(recordOf({ books: unreleased, messages, tag, out })));
    return code === EXIT.clean ? EXIT.usage : code;
  }
  const files = await writeSet(books, out, flags);
  const attached = target ? await attachAll(target, { books, files }, flags) : undefined;
  if (attached && 'failure' in attached) {
    terminal.messages([attached.failure]);
    if (flags.json)
      terminal.print(
        printed(recordOf({ books, messages: [...messages, attached.failure], files, tag, out })),
      );
    return EXIT.usage;
  }
  await report({ books, messages, files, attached, tag, out }, flags);
  return EXIT.clean;
};

function usage(reason: string): number {
  terminal.error(`octavo: ${reason}`);
  return EXIT.usage;
}

/** A built book under the name of its edition, with what changed since the one before. */
function released(
  built: BuiltBook,
  made: readonly Made[],
  { tag, editions }: { tag: string | undefined; editions: readonly Edition[] },
): Released {
  const path = built.messages.find((message) => message.path !== undefined)?.path ?? built.name;
  const own = made.filter(({ slug, extension }) =>
    built.files.some(({ file }) => basename(file) === slug + extension),
  );
  const [first] = own;
  const { slug = built.name, identifier = '', version: said } = first ?? {};
  const tagged = tag === undefined ? undefined : versionOf(tag, slug);
  const version = said ?? tagged;
  const messages = [...built.messages];
  if (first && version === undefined) {
    const hint = 'Put `version: 1.0` into its front matter, or name a tag: `--tag v1.0`.';
    messages.push(fatal('release:no-version', 'Unexpected book without a version', { path, hint }));
  }
  if (said !== undefined && tagged !== undefined && said !== tagged) {
    const reason = `Unexpected tag \`${tag ?? ''}\` for the version \`${said}\` of \`${slug}\`; its files bear the version`;
    const hint = 'Set `version:` in the front matter to that of the tag, or leave it out.';
    messages.push(warning('release:other-version', reason, { path: first?.book ?? path, hint }));
  }
  const files = own.map(({ bytes, extension }) =>
    releaseFile(releaseName(slug, version ?? '0', extension), bytes),
  );
  const before = editions.find((edition) => edition.identifier === identifier);
  const epub = files.find(({ name }) => !name.endsWith('.kepub.epub'));
  return {
    name: built.name,
    title: built.title,
    slug,
    identifier,
    version: version ?? '',
    sections: built.sections,
    words: built.words,
    unsure: built.unsure,
    files,
    messages,
    ...(before && epub ? { diff: diffEditions(before.edition, readEdition(epub.bytes, epub.name)) } : {}),
  };
}

/** Writes the set beside the books and returns what a release carries of it. */
async function writeSet(books: readonly Released[], out: string, flags: Flags): Promise<ReleaseFile[]> {
  const ebooks = books.flatMap(({ files }) => files);
  const text = new TextEncoder();
  const checksums = flags.checksums ? [releaseFile(CHECKSUMS, text.encode(checksumsOf(ebooks)))] : [];
  const notes = releaseFile(NOTES, text.encode(notesOf(books)));
  for (const { name, bytes } of [...ebooks, ...checksums, notes]) await writeWhole(join(out, name), bytes);
  return [...ebooks, ...checksums];
}

type Target = Exclude<Awaited<ReturnType<typeof targetOf>>, { problem: string }>;

async function attachAll(
  { tag, token, repository }: Target,
  { books, files }: { books: readonly Released[]; files: readonly ReleaseFile[] },
  flags: Flags,
): Promise<Attached | { failure: Message }> {
  const title = books.map((book) => `${book.title} ${book.version}`).join(', ');
  const text = { tag, title, notes: notesOf(books) };
  if (flags.dryRun) {
    const { owner, repo } = repository;
    terminal.error(
      `Would attach ${counted(files.length, 'file')} to ${tag} of ${owner}/${repo}; nothing was sent.`,
    );
    return { url: '', isDraft: true, uploaded: [], replaced: [], kept: [] };
  }
  try {
    return await attach(github({ ...repository, token }), text, files, {
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

/** Writes `release.json`, and says what was done. */
async function report(done: Report, flags: Flags): Promise<void> {
  const { books, attached, out } = done;
  const record = recordOf(done);
  await writeWhole(
    join(out, RECORD),
    new TextEncoder().encode(`${printed(record)}
`),
  );
  if (flags.json) terminal.print(printed(record));
  else if (!flags.quiet) {
    for (const { files, title, version } of books)
      for (const { name, bytes } of files)
        terminal.print(`${join(out, name)}  ${harmless(title)} ${harmless(version)}: ${sized(bytes.length)}`);
    for (const path of [record.checksums, record.notes]) if (path !== undefined) terminal.print(path);
    if (attached && attached.url !== '')
      terminal.print(`${attached.url}${attached.isDraft ? ' (draft)' : ''}`);
  }
}
