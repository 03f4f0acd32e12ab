/** The editions that a release is compared with: those of a path, or those of the release before on the host. */
import { basename } from 'node:path';
import { isReleaseOf, previousEdition } from '../../deliver/release/previous.js';
import { HostError, type ReleaseHost } from '../../deliver/release/host.js';
import { diffEditions, readEdition, type Edition as Read } from '../../diff/index.js';
import { warning, type Result } from '../../diagnostics.js';
import { archiveProblem } from '../../epub/problem.js';
import { openBook } from '../../epub/publication.js';
import { ebooksIn } from '../../io/ebooks.js';
import { readWhole } from '../../io/whole.js';
import type { Message } from '../../types.js';
import type { Flags } from '../command.js';
import type { Released } from './record.js';
import { hostIn, type Target } from './target.js';

interface Edition {
  /** Its file's name. */
  name: string;
  title: string;
  identifier: string;
  edition: Read;
}

/** Where the editions before are. */
interface Earlier {
  editions: Edition[];
  /** Where they are the host's. */
  host?: ReleaseHost;
  messages: Message[];
}

/** Words in the place of a path. */
const LATEST = 'latest';
const NONE = 'none';

/**
 * The editions at the path of `--since`: one, or those of a folder. What cannot be read is a warning; the release goes
 * on without. With `latest`, and with `--attach` by default, they are the host's.
 */
export async function earlierEditions(
  { since = '' }: Flags,
  env: NodeJS.ProcessEnv,
  target: Target | undefined,
): Promise<Earlier> {
  const path = String(since);
  if (path === NONE || (path === '' && !target)) return { editions: [], messages: [] };
  if (path === '' || path === LATEST) {
    const found = target ?? (await hostIn(env));
    if ('problem' in found) return { editions: [], messages: [without(found.problem.reason)] };
    return { editions: [], host: found.host, messages: [] };
  }
  const read = await Promise.all(
    (await ebooksIn(path)).map(async (file) => open(await readWhole(file), file)),
  );
  return {
    editions: read.flatMap(({ value }) => value ?? []),
    messages: read.flatMap(({ messages }) => messages),
  };
}

/** The books with what changed since the editions before. If the host does not know, that is one line and not an error. */
export async function withChanges(
  books: readonly Released[],
  { editions, host }: Earlier,
  tag: string | undefined,
): Promise<Result<Released[]>> {
  const messages: Message[] = [];
  /** What the host gives; nothing if it fails, with a message. */
  const asked = async <T>(give: (host: ReleaseHost) => Promise<T | undefined>): Promise<T | undefined> => {
    try {
      return host && (await give(host));
    } catch (cause) {
      if (!(cause instanceof HostError)) throw cause;
      messages.push(without(cause.message));
      return undefined;
    }
  };
  const releases = (await asked((from) => from.newest())) ?? [];
  const hosted = async ({ slug }: Released): Promise<Edition | undefined> => {
    const found = await asked((from) => previousEdition(from, releases, { slug, tag }));
    if (!found) return undefined;
    const { value, messages: told } = open(found.bytes, found.name);
    messages.push(...told);
    return value;
  };
  const value: Released[] = [];
  for (const book of books) {
    const epub = book.files.find(({ name }) => !name.endsWith('.kepub.epub'));
    const before = editionOf(book, editions) ?? (await hosted(book));
    const diff = before && epub && diffEditions(before.edition, readEdition(epub.bytes, epub.name));
    value.push({ ...book, ...(diff ? { diff } : {}) });
  }
  return { value, messages };
}

/**
 * The edition of a book: that of its identifier, else the one that is called after it, else the one of its title. An
 * identifier that Octavo made changes with the author's name or the title.
 */
function editionOf(book: Released, editions: readonly Edition[]): Edition | undefined {
  const isCalled = ({ name }: Edition): boolean =>
    isReleaseOf(name, book.slug) || name === `${book.slug}.epub`;
  const only = (those: Edition[]): Edition | undefined => (those.length === 1 ? those[0] : undefined);
  return (
    editions.find(({ identifier }) => identifier === book.identifier) ??
    only(editions.filter(isCalled)) ??
    only(editions.filter(({ title }) => title === book.title))
  );
}

const without = (reason: string, path?: string): Message =>
  warning('release:since', reason, {
    hint: 'The notes are written without it.',
    ...(path === undefined ? {} : { path }),
  });

function open(bytes: Uint8Array, path: string): Result<Edition | undefined> {
  const problem = archiveProblem(bytes, path, 'release');
  try {
    if (problem) throw new Error(problem.reason);
    const { metadata } = openBook(bytes).publication;
    return {
      value: {
        name: basename(path),
        title: metadata.title,
        identifier: metadata.identifier ?? '',
        edition: readEdition(bytes, path),
      },
      messages: [],
    };
  } catch (cause) {
    const reason = `Could not read the edition before: ${(cause as Error).message}`;
    return { value: undefined, messages: [without(reason, path)] };
  }
}
