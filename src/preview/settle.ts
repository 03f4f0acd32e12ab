/** Settling an unsure mark: its character is typed into the manuscript, once the author has seen the line change. */
import { resolve } from 'node:path';
import { readInside } from '../io/inside.js';
import { hashOf } from '../io/journal.js';
import { realPath } from '../io/real.js';
import { writeWhole } from '../io/whole.js';
import { MAX_MANUSCRIPT_BYTES } from '../io/files.js';
import type { Change } from '../types.js';
import type { Edition } from './book.js';

/** Which mark, and the character that is to be typed in its place. */
export interface Order {
  path: string;
  line: number;
  column: number;
  mark: string;
}

/** A line of a manuscript before and after, and the hash of the file as it was read. */
export interface Diff {
  path: string;
  line: number;
  before: string;
  after: string;
  /** Where the two differ, in characters from the line's start, and how many of each. */
  from: number;
  removed: number;
  added: number;
  hash: string;
}

/** Why a mark is not written. */
export interface Refusal {
  refused: string;
}

const CHANGED = 'The manuscript has changed since this page showed it. Look at the mark again.';
const GONE = 'The typography does not ask about this mark any more.';
const ELSEWHERE = 'The mark is not where it was when the book was built. Save the manuscript, and try again.';
const NOT_UTF8 = 'This manuscript is not UTF-8, and would change as a whole. Type the mark in your editor.';
const UNREADABLE = 'The manuscript cannot be read any more.';
const REWRITTEN =
  'This folder is laid out for another tool, whose marks stand between. Type the mark in your editor.';

/** What settling a mark would change. */
export async function diffOf(edition: Edition, cwd: string, order: Order): Promise<Diff | Refusal> {
  const found = await change(edition, cwd, order);
  return 'refused' in found ? found : found.diff;
}

/** Writes the mark, where the file is still the one with this hash. */
export async function settle(
  edition: Edition,
  cwd: string,
  order: Order & { hash: string },
): Promise<Diff | Refusal> {
  const found = await change(edition, cwd, order);
  if ('refused' in found) return found;
  const { diff, file, text } = found;
  if (diff.hash !== order.hash) return { refused: CHANGED };
  const isSame = async (): Promise<boolean> => {
    const now = await readInside(file, edition.root, MAX_MANUSCRIPT_BYTES);
    return 'bytes' in now && hashOf(now.bytes) === order.hash;
  };
  let isLate = false;
  try {
    await writeWhole(file, new TextEncoder().encode(text), {
      // The last moment at which an editor's save can be seen.
      verify: async () => {
        isLate = !(await isSame());
        if (isLate) throw new Error(CHANGED);
      },
    });
  } catch (cause) {
    return { refused: isLate ? CHANGED : `The manuscript could not be written: ${(cause as Error).message}` };
  }
  return diff;
}

interface Found {
  diff: Diff;
  /** Its real path. */
  file: string;
  /** The whole of the manuscript after. */
  text: string;
}

async function change(edition: Edition, cwd: string, order: Order): Promise<Found | Refusal> {
  const mark = edition.unsure.find((one) => isMeant(one, order));
  if (!mark) return { refused: GONE };
  const named = resolve(cwd, mark.path);
  const read = await readInside(named, edition.root, MAX_MANUSCRIPT_BYTES).catch(() => undefined);
  if (!read || !('bytes' in read)) return { refused: UNREADABLE };
  const text = decoded(read.bytes);
  if (text === undefined) return { refused: NOT_UTF8 };
  const start = offsetOf(text, mark.place);
  if (start === undefined || !text.startsWith(mark.before, start) || !isAround(text, start, mark))
    return { refused: edition.isRewritten ? REWRITTEN : ELSEWHERE };
  const after = text.slice(0, start) + order.mark + text.slice(start + mark.before.length);
  const [begin, end] = lineAround(text, start, start + mark.before.length);
  const grown = order.mark.length - mark.before.length;
  const diff: Diff = {
    path: mark.path,
    line: mark.place.line,
    before: text.slice(begin, end),
    after: after.slice(begin, end + grown),
    from: start - begin,
    removed: mark.before.length,
    added: order.mark.length,
    hash: hashOf(read.bytes),
  };
  return { diff, file: await realPath(named), text: after };
}

const isMeant = ({ path, place, before, after, instead }: Change, order: Order): boolean =>
  path === order.path &&
  place.line === order.line &&
  place.column === order.column &&
  order.mark !== before &&
  (order.mark === after || order.mark === instead);

/** The text of a file in UTF-8, its byte-order mark with it; nothing for another encoding. */
function decoded(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

const BYTE_ORDER_MARK = '\uFEFF';
const LINE_END = /\r\n|\r|\n/g;

/** Where a place is in a text; nothing where the text has no such line. */
function offsetOf(text: string, { line, column }: Change['place']): number | undefined {
  let start = text.startsWith(BYTE_ORDER_MARK) ? 1 : 0;
  const ends = text.matchAll(LINE_END);
  for (let count = 1; count < line; count += 1) {
    const next = ends.next();
    if (next.done) return undefined;
    start = next.value.index + next.value[0].length;
  }
  return start + column - 1;
}

/** How many letters beside a mark are compared. */
const BESIDE = 3;
const OTHER = /[^\p{L}\p{N}]+/gu;

/** Whether the letters on both sides are those that the typography saw: another mark of the same sort may stand there. */
function isAround(text: string, start: number, { before, context }: Change): boolean {
  const letters = (part: string): string => part.replaceAll(OTHER, '');
  const left = letters(context.left).slice(-BESIDE);
  const right = letters(context.right).slice(0, BESIDE);
  const end = start + before.length;
  return (
    letters(text.slice(Math.max(0, start - 200), start)).endsWith(left) &&
    letters(text.slice(end, end + 200)).startsWith(right)
  );
}

/** Begin and end of the line, or the lines, that hold a stretch of text. */
function lineAround(text: string, start: number, end: number): [number, number] {
  const begin = Math.max(text.lastIndexOf('\n', start - 1), text.lastIndexOf('\r', start - 1)) + 1;
  const rest = /[\r\n]/.exec(text.slice(end));
  return [begin, rest ? end + rest.index : text.length];
}
