/** Markdown that is set in by four spaces or a tab, which the parser takes for code. */
import type { BlockContent, Code, Root } from 'mdast';
import type { Result } from '../../diagnostics.js';
import type { Place } from '../../types.js';
import { definedLabels, removeStubs, withStubs, type Labels } from '../fast/definitions.js';
import { lineStarts } from '../places.js';
import { movePoints } from '../fast/shift.js';

const INSET = /^(?: {4}| {0,3}\t)/;
const FENCE = /^[ \t>]*(?:`{3}|~{3})/;

/** The text that holds the code, and its place in the file. */
interface Source {
  text: string;
  line: number;
  offset: number;
}

/** Reads code as Markdown, positions in the file; nothing of code between fences. */
export type ReadInset = (code: Code, inset?: RegExp) => Result<BlockContent[]> | undefined;

/** A reader of the code in a text. `inset` matches what stands before the code in its lines. */
export function insetReader(
  { text, line, offset }: Source,
  parse: (markdown: string) => Result<Root>,
): ReadInset {
  // Asked of the text once, however many stanzas or definitions are set in.
  let known: { starts: number[]; labels: Labels | undefined } | undefined;
  return (code, inset = INSET) => {
    known ??= { starts: lineStarts(text), labels: definedLabels(text) };
    const { starts, labels } = known;
    const first = (code.position?.start.line ?? line) - line;
    const lineAt = (index: number): string => text.slice(starts[index], starts[index + 1]);
    const insetOf = (index: number): number => inset.exec(lineAt(index))?.[0].length ?? 0;
    if (insetOf(first) === 0 || FENCE.test(lineAt(first))) return undefined;
    const move = (place: Place) => {
      const index = first + place.line - 1;
      const column = insetOf(index) + place.column;
      return { line: line + index, column, offset: offset + (starts[index] ?? 0) + column - 1 };
    };
    const { value: tree, messages } = parse(withStubs(code.value, labels));
    removeStubs(tree, code.value.length);
    movePoints(tree, move);
    return {
      value: tree.children as BlockContent[],
      messages: messages.map(({ place, ...message }) =>
        place ? { ...message, place: at(move(place)) } : message,
      ),
    };
  };
}

const at = ({ line, column }: Place): Place => ({ line, column });
