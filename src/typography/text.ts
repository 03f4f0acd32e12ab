/** `octavo/typography`: the typography of a plain text, with no file, no Markdown and no module of Node's. */
import type { Paragraph, Text } from 'mdast';
import {
  typesetDocument,
  type TypographyChange,
  type TypographyOptions,
  type TypographyReport,
} from './document.js';
import { codeIn } from './source.js';

export type {
  TypographyChange,
  TypographyOptions,
  TypographyPlace,
  TypographyReport,
  TypographyRules,
} from './document.js';

/** A change in a plain text. */
export interface TextChange extends TypographyChange {
  /** Where it stands in the text as it was, in UTF-16 code units. */
  offset: number;
}

/** A text set, and what was changed in it. */
export interface TypesetText extends TypographyReport {
  text: string;
  changes: TextChange[];
}

/** A line without the space at its ends, and what ends it. */
const LINE = /[^\r\n]*(\r\n|\r|\n|$)/g;

interface Line {
  node: Text;
  start: number;
  end: number;
}

/**
 * Sets the typography of a plain text as a proofreader would. Paragraphs are parted by empty lines, and the text is
 * read as a whole, so that what it shows in one place decides another. What stands between backticks is code.
 *
 * @example
 * ```js
 * import { typesetText } from 'octavo/typography';
 *
 * const { text, changes } = typesetText(`"It's late," she said -- "go..."`, { language: 'en' });
 * text; // “It’s late,” she said—“go…”
 * changes.filter(({ confidence }) => confidence < 0.9); // []
 * ```
 */
export function typesetText(text: string, options: TypographyOptions = {}): TypesetText {
  const { lines, starts, paragraphs } = readText(text);
  const { tree, changes, messages } = typesetDocument({ type: 'root', children: paragraphs }, '', options);
  const set = (tree.children as Paragraph[]).flatMap(({ children }) => children as Text[]);
  const parts: string[] = [];
  let done = 0;
  lines.forEach(({ node, start, end }, index) => {
    const value = set[index]?.value ?? node.value;
    const [ends, still] = [node.value.endsWith('\n'), value.endsWith('\n')];
    parts.push(text.slice(done, start), still ? value.slice(0, -1) : value);
    // A line end that a rule took goes with what stood before the next line.
    done = ends && !still ? (lines[index + 1]?.start ?? end) : end;
  });
  parts.push(text.slice(done));
  return {
    text: parts.join(''),
    changes: changes.map((change) => ({
      ...change,
      offset: (starts[change.place.line - 1] ?? 0) + change.place.column - 1,
    })),
    messages,
  };
}

/** The lines that hold something, the offset of every line, and the paragraphs. */
function readText(text: string): { lines: Line[]; starts: number[]; paragraphs: Paragraph[] } {
  const lines: Line[] = [];
  const starts: number[] = [];
  const paragraphs: Paragraph[] = [];
  let open: Paragraph | undefined;
  for (const { 0: whole, index } of text.matchAll(LINE)) {
    starts.push(index);
    const value = whole.trim();
    if (value === '') {
      open = undefined;
      continue;
    }
    const start = index + whole.length - whole.trimStart().length;
    const point = { line: starts.length, column: start - index + 1, offset: start };
    const escaped = codeIn(value);
    const node: Text = {
      type: 'text',
      value,
      position: { start: point, end: point },
      ...(escaped.length > 0 ? { data: { escaped } } : {}),
    };
    lines.push({ node, start, end: start + value.length });
    if (open) {
      (open.children.at(-1) as Text).value += '\n';
      open.children.push(node);
    } else paragraphs.push((open = { type: 'paragraph', children: [node] }));
  }
  return { lines, starts, paragraphs };
}
