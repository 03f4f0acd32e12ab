/** A file of decisions: which line of a text is what. */
import { fatal, type Result } from '../diagnostics.js';
import { sha256 } from '../text/digest.js';
import type { Message } from '../types.js';
import type { Class } from './classify/decisions.js';
import { GIVEN } from './classify/names.js';
import type { Answers } from './readings.js';
import type { Block, Source } from './types.js';

/** What the file holds. */
export interface DecisionsFile {
  /** Base name of the imported file. */
  source: string;
  /** SHA-256 of its bytes, hexadecimal: the lines are those of this text and of no other. */
  sha256: string;
  lines: DecidedLine[];
}

/** A block and what it is. */
export interface DecidedLine {
  /** Line of the source that it begins on. */
  line: number;
  /** Which of those that begin on it, from 1, where it is not the first: markup has several on a line. */
  nth?: number;
  class: Class;
}

/** What names a block among the answers. */
export const answerKey = (path: string, line: number, nth = 1): string =>
  `${path}:${String(line)}${nth > 1 ? `:${String(nth)}` : ''}`;

/** For each block, which it is of those that begin on its line, from 1. */
export function nthOnLine(blocks: readonly Pick<Block, 'line'>[]): number[] {
  const seen = new Map<number, number>();
  return blocks.map(({ line }) => {
    const nth = (seen.get(line) ?? 0) + 1;
    seen.set(line, nth);
    return nth;
  });
}

/** SHA-256 of a source, hexadecimal. */
export const hashOf = ({ bytes }: Pick<Source, 'bytes'>): string => sha256(bytes);

/** The answers that a file of decisions holds for the sources whose text it names; a message where there are none. */
export function answersIn(
  text: string,
  path: string,
  sources: readonly Source[],
): Result<Answers | undefined> {
  const refused = (message: Message) => ({ value: undefined, messages: [message] });
  const found = decisionsOf(text);
  if (typeof found === 'string') return refused(malformed(path, found));
  const meant = sources.filter((source) => hashOf(source) === found.sha256);
  if (meant.length === 0) return refused(otherText(path, found.source));
  const value = new Map(
    meant.flatMap((source) =>
      found.lines.map(({ line, nth, class: of }) => [answerKey(source.path, line, nth), of] as const),
    ),
  );
  return { value, messages: [] };
}

/** What a text holds as decisions; what is wrong with it where it holds none. */
function decisionsOf(text: string): DecisionsFile | string {
  let value: unknown;
  try {
    value = JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch {
    return 'It is no JSON';
  }
  const { source, sha256, lines } = (value ?? {}) as Record<string, unknown>;
  if (typeof sha256 !== 'string' || !/^[\da-f]{64}$/.test(sha256)) return 'It has no `sha256` of a text';
  if (!Array.isArray(lines)) return 'It has no `lines`';
  const kept: DecisionsFile['lines'] = [];
  for (const one of lines as unknown[]) {
    const { line, nth = 1, class: of } = (one ?? {}) as Record<string, unknown>;
    if (!isOrdinal(line) || !isOrdinal(nth)) return 'One of its `lines` has no number';
    if (typeof of !== 'string' || !GIVEN.has(of))
      return `Line ${String(line)} has no class that Octavo knows`;
    kept.push({ line, nth, class: of as Class });
  }
  return { source: typeof source === 'string' ? source : '', sha256, lines: kept };
}

const isOrdinal = (value: unknown): value is number => Number.isSafeInteger(value) && (value as number) >= 1;

const malformed = (path: string, reason: string): Message =>
  fatal('import:decisions', 'Could not read the decisions in this file', {
    path,
    hint: `${reason}. Nothing was written.`,
  });

const otherText = (path: string, source: string): Message =>
  fatal(
    'import:other-text',
    source === ''
      ? 'These decisions are about another text'
      : `These decisions are about another text of \`${source.slice(0, 80)}\``,
    {
      path,
      hint: 'The file to import is another one, or has changed since. Check its lines again, and put its SHA-256 at `sha256`. Nothing was written.',
    },
  );
