/** Two archives, entry by entry: whether a file is what a build gives, and where it is not. */
import { openArchive, type Archive } from '../epub/archive.js';

/** What is otherwise about one entry. */
export interface EntryDifference {
  name: string;
  /**
   * `missing`: only the expected archive has it. `extra`: only the found one has it. `content`: its bytes differ.
   * `damaged`: it cannot be unpacked. `container`: its bytes are the same, but it is packed, dated or placed otherwise.
   */
  kind: 'missing' | 'extra' | 'content' | 'damaged' | 'container';
  /** Bytes unpacked, where there are any. */
  sizes: { expected?: number; found?: number };
  /** For a text that differs: the first line that does, from 1, as it was expected and as it was found. */
  line?: { number: number; expected: string; found: string };
}

/**
 * How `found` differs from `expected`, in the order of the expected archive; nothing where they are the same, byte
 * for byte. Look with `archiveProblem` first.
 */
export function compareArchives(expected: Uint8Array, found: Uint8Array): EntryDifference[] {
  if (Buffer.compare(expected, found) === 0) return [];
  const [own, other] = [openArchive(expected), openArchive(found)];
  const differences = [
    ...own.names.flatMap((name) => entryDifference(name, own, other) ?? []),
    ...other.names
      .filter((name) => !own.entry(name))
      .map((name): EntryDifference => ({ name, kind: 'extra', sizes: sizesOf(name, own, other) })),
  ];
  return differences.length > 0 ? differences : containerDifferences(own, other);
}

function entryDifference(name: string, own: Archive, other: Archive): EntryDifference | undefined {
  const sizes = sizesOf(name, own, other);
  if (!other.entry(name)) return { name, kind: 'missing', sizes };
  const expected = own.bytes(name) ?? new Uint8Array();
  let found: Uint8Array;
  try {
    found = other.bytes(name) ?? new Uint8Array();
  } catch {
    return { name, kind: 'damaged', sizes };
  }
  if (Buffer.compare(expected, found) === 0) return undefined;
  const line = TEXT.test(name) ? firstLine(textOf(expected), textOf(found)) : undefined;
  return { name, kind: 'content', sizes, ...(line ? { line } : {}) };
}

/** Every byte of the entries is the same, and the files are not: the frame of some is. */
function containerDifferences(own: Archive, other: Archive): EntryDifference[] {
  const isSame = (name: string, index: number) => {
    const [a, b] = [own.entry(name), other.entry(name)];
    return (
      own.names[index] === other.names[index] &&
      a?.method === b?.method &&
      a?.packed === b?.packed &&
      a?.offset === b?.offset
    );
  };
  const names = own.names.filter((name, index) => !isSame(name, index));
  return (names.length > 0 ? names : [ARCHIVE]).map((name) => ({
    name,
    kind: 'container',
    sizes: sizesOf(name, own, other),
  }));
}

/** Stands for the archive itself: its dates, comments, directory. */
export const ARCHIVE = '(the archive itself)';

/** Entries that are read line by line. */
const TEXT = /\.(?:xhtml|html?|opf|ncx|xml|css|svg)$|(?:^|\/)mimetype$/i;
const textOf = (bytes: Uint8Array): string => new TextDecoder().decode(bytes);

function sizesOf(name: string, own: Archive, other: Archive): EntryDifference['sizes'] {
  const [expected, found] = [own.entry(name)?.size, other.entry(name)?.size];
  return { ...(expected === undefined ? {} : { expected }), ...(found === undefined ? {} : { found }) };
}

function firstLine(expected: string, found: string): EntryDifference['line'] {
  const [own, other] = [expected.split('\n'), found.split('\n')];
  const index = own.findIndex((line, at) => line !== other[at]);
  const at = index < 0 ? own.length : index;
  return { number: at + 1, expected: own[at] ?? '', found: other[at] ?? '' };
}
