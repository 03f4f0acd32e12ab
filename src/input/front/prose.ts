/** The Markdown values of front matter as trees, positions at their place in the YAML. */
import type { Paragraph } from 'mdast';
import { isMap, isScalar, type Node, type Scalar } from 'yaml';
import type { Result } from '../../diagnostics.js';
import type { FrontProse, Message, Place, Prose, SourceFile } from '../../types.js';
import { parseMarkdown } from '../markdown.js';
import { HEADING_MARK, markupIn, TITLE_KEYS, titleTree } from './titles.js';
import { lineStarts } from '../places.js';
import { movePoints } from '../fast/shift.js';
import { wordsOf } from './words.js';
import type { Entry, YamlDocument } from './yaml.js';

interface ProseValue {
  key: string;
  /** The key within the value, for `note: {before, after}`. */
  inner?: string;
  into: keyof FrontProse;
  /** Whether a new line in the YAML is a new line on the page. */
  lines: boolean;
}

/** Values that stand in one place follow each other as here. */
const VALUES: readonly ProseValue[] = [
  { key: 'dedication', into: 'dedication', lines: true },
  { key: 'epigraph', into: 'epigraph', lines: true },
  { key: 'summary', into: 'summary', lines: false },
  { key: 'warning', into: 'noteBefore', lines: false },
  { key: 'note', inner: 'before', into: 'noteBefore', lines: false },
  { key: 'note', into: 'noteAfter', lines: false },
  { key: 'note', inner: 'after', into: 'noteAfter', lines: false },
  { key: 'thanks', into: 'noteAfter', lines: false },
  { key: 'disclaimer', into: 'noteAfter', lines: false },
  { key: 'glossary', into: 'noteAfter', lines: true },
  { key: 'description', into: 'description', lines: false },
];

/**
 * The prose that a file's front matter holds; `accepted` are the values that its schema let pass, `math` is whether
 * formulas may stand in it.
 */
export function frontProse(
  document: YamlDocument,
  accepted: { tags?: Record<string, string[]> },
  file: SourceFile,
  math = false,
): Result<FrontProse> {
  const front: FrontProse = {};
  const messages: Message[] = [];
  for (const key of TITLE_KEYS) {
    const entry = document.entries.find((one) => one.key === key);
    const scalar = entry && Object.hasOwn(accepted, key) ? scalarOf(entry, undefined) : undefined;
    if (!entry || !scalar || markupIn(scalar.value) === undefined) continue;
    const title = parseScalar(scalar, entry.valuePlace, { title: true, math }, document, file);
    front[key] = title.value;
    messages.push(...title.messages);
  }
  for (const { key, inner, into, lines } of VALUES) {
    const entry = document.entries.find((one) => one.key === key);
    const scalar = entry && Object.hasOwn(accepted, key) ? scalarOf(entry, inner) : undefined;
    if (!entry || !scalar) continue;
    const prose = parseScalar(scalar, entry.valuePlace, { lines, math }, document, file);
    add(front, into, prose.value);
    messages.push(...prose.messages);
  }
  const tags = tagLines(document, accepted);
  if (tags) front.tags = tags;
  return { value: front, messages };
}

function add(front: FrontProse, into: keyof FrontProse, prose: Prose): void {
  const before = front[into];
  front[into] = before ? { ...before, children: [...before.children, ...prose.children] } : prose;
}

/** What an archive says of a text, as one paragraph: a line for each name. */
function tagLines(
  { entries }: YamlDocument,
  accepted: { tags?: Record<string, string[]> },
): Prose | undefined {
  // A list without names is the book's, for shops: `book/metadata.ts`.
  const lines = Object.entries(accepted.tags ?? {}).filter(([name]) => name !== '');
  const entry = entries.find(({ key }) => key === 'tags');
  if (lines.length === 0 || !entry) return undefined;
  const start = { ...entry.valuePlace, offset: 0 };
  const position = { start, end: start };
  const children = lines.flatMap(([name, values], index): Paragraph['children'] => [
    ...(index > 0 ? [{ type: 'break' as const, position }] : []),
    { type: 'text', value: `${name}: ${values.join(', ')}`, position },
  ]);
  return { type: 'root', children: [{ type: 'paragraph', children, position }] };
}

/** A value's text and its node: in TOML, none that knows its place. */
function scalarOf({ node, value }: Entry, inner: string | undefined): Text | undefined {
  const within = inner === undefined ? value : (value as Record<string, unknown> | undefined)?.[inner];
  if (!node) return typeof within === 'string' ? { value: within } : undefined;
  const found =
    inner !== undefined && isMap(node) ? node.get(inner, true) : inner === undefined ? node : null;
  if (!isScalar(found)) return undefined;
  const words = wordsOf(found);
  return typeof words === 'string' ? { value: words, node: found } : undefined;
}

interface Text {
  value: string;
  node?: Scalar;
}

function parseScalar(
  { value: text, node }: Text,
  start: Place,
  { lines = false, title = false, math }: { lines?: boolean; title?: boolean; math: boolean },
  { placeOf }: YamlDocument,
  { path, text: whole, yaml }: SourceFile,
): Result<Prose> {
  const read = (markdown: string) => parseMarkdown(markdown, { path, line: 1, offset: 0, math });
  const { value, messages } = title ? titleTree(text, read) : read(lines ? breakLines(text) : text);
  const inValue = node ? placesIn(node, text, yaml?.text ?? '', placeOf) : () => start;
  const mark = title ? HEADING_MARK.length : 0;
  const place = ({ line, column }: Place) => inValue({ line, column: Math.max(1, column - mark) });
  const starts = lineStarts(whole);
  movePoints(value, (point) => {
    const { line, column } = place(point);
    return { line, column, offset: (starts[line - 1] ?? 0) + column - 1 };
  });
  const moved = messages.map((message) =>
    message.place ? { ...message, place: place(message.place) } : message,
  );
  return { value, messages: moved };
}

/** Two spaces before a new line make it a hard break; no column moves. */
const breakLines = (markdown: string): string => markdown.replaceAll(/(\S)[ \t]*\n(?=.*\S)/g, '$1  \n');

/** For a place in a scalar's value, the place in the file. */
function placesIn(
  scalar: Scalar,
  value: string,
  yaml: string,
  placeOf: (offset: number) => Place,
): (place: Place) => Place {
  const offset = scalar.range?.[0] ?? 0;
  const start = placeOf(offset);
  if (scalar.type === 'BLOCK_LITERAL') {
    const [, ...content] = yaml.slice(offset).split('\n');
    const indent = /^ */.exec(content.find((line) => /\S/.test(line)) ?? '')?.[0].length ?? 0;
    return ({ line, column }) => ({ line: start.line + line, column: column + indent });
  }
  const quoted = scalar.type === 'QUOTE_DOUBLE' || scalar.type === 'QUOTE_SINGLE' ? 1 : 0;
  const verbatim = yaml.startsWith(value, offset + quoted) && !value.includes('\n');
  return verbatim
    ? ({ column }) => ({ line: start.line, column: start.column + quoted + column - 1 })
    : () => start;
}

/** The node of one value of a list, for its place. */
export function itemNode(list: Node | null, index: number): Node | undefined {
  if (!list || !('items' in list)) return undefined;
  return list.items[index] as Node | undefined;
}
