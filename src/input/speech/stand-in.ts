/**
 * The hyphens that begin speeches, hidden from the Markdown parser, which would make items of lists of them.
 *
 * Each is replaced by a mark of the same length that no manuscript has: no place in the text moves.
 */
import type { Heading, Nodes, Paragraph, Parents, PhrasingContent, ThematicBreak } from 'mdast';
import { LINED_DIRECTIVES } from '../../text/lined.js';
import type { Speech } from './lines.js';

/** DOUBLE HYPHEN: punctuation to Markdown as the hyphen is, and none of its marks. */
export const STAND_IN = '\u2E40';

/** The text with a stand-in for the first hyphen of each line that is no item of a list. */
export function hideHyphens(text: string, { hidden }: Speech): string {
  const parts: string[] = [];
  let done = 0;
  for (const at of hidden) {
    parts.push(text.slice(done, at), STAND_IN);
    done = at + 1;
  }
  return parts.join('') + text.slice(done);
}

const FIELDS = ['value', 'alt', 'title', 'url', 'label'] as const;

/** Puts the hyphens back into a tree, and notes on each paragraph that begins with one that it is a speech. */
export function restoreHyphens(node: Nodes, { sure }: Pick<Speech, 'sure'>): void {
  const fields = node as Partial<Record<(typeof FIELDS)[number], string | null>>;
  if (node.type === 'paragraph' && (startsHidden(node) || freeHyphen(node)))
    node.data = { ...node.data, speech: sure };
  for (const field of FIELDS) {
    const value = fields[field];
    if (value?.includes(STAND_IN)) fields[field] = value.replaceAll(STAND_IN, '-');
  }
  if ('children' in node) for (const child of node.children) restoreHyphens(child, { sure });
}

/** A hyphen at a paragraph's head, no minus before a number. */
const SPOKEN = /^-{1,3}(?![-\d])/;

/**
 * Whether a paragraph begins with an escaped hyphen (`\- Tak`), which writers of Markdown put there so that it begins
 * no list. It is a dash as any other then, and no escape for typography to leave alone.
 */
function freeHyphen({ children: [first] }: Paragraph): boolean {
  if (first?.type !== 'text' || first.data?.escaped?.[0] !== 0) return false;
  const row = SPOKEN.exec(first.value)?.[0].length;
  if (row === undefined) return false;
  first.data = { ...first.data, escaped: first.data.escaped.filter((at) => at >= row) };
  return true;
}

/** A scene break right below a speech, which Markdown takes for the underline of a heading. */
function underlined({ children, position }: Heading): [Paragraph, ThematicBreak] {
  const at = position ? { position } : {};
  return [
    { type: 'paragraph', children, ...at },
    {
      type: 'thematicBreak',
      ...(position ? { position: { start: { ...position.end, column: 1 }, end: position.end } } : {}),
    },
  ];
}

function startsHidden({ children: [first] }: Paragraph | Heading): boolean {
  return first?.type === 'text' && first.value.startsWith(STAND_IN);
}

/** Blocks whose lines are no paragraphs: they keep them, or read them in their own way. */
const KEPT: ReadonlySet<string> = new Set([...LINED_DIRECTIVES.keys(), 'epigraph']);

/** Cuts paragraphs before each line that is a paragraph of its own. Lines are counted from 1, as in `node.position`. */
export function splitSpeeches(node: Parents, starts: ReadonlySet<number>): void {
  if (node.type === 'containerDirective' && KEPT.has(node.name)) return;
  node.children = node.children.flatMap((child: Nodes): Nodes[] => {
    if (child.type === 'paragraph') return splitParagraph(child, starts);
    if (child.type === 'heading' && startsHidden(child)) return underlined(child);
    if ('children' in child && child.type !== 'heading') splitSpeeches(child, starts);
    return [child];
  }) as typeof node.children;
}

function splitParagraph(paragraph: Paragraph, starts: ReadonlySet<number>): Paragraph[] {
  const { position } = paragraph;
  if (!position || position.start.line === position.end.line) return [paragraph];
  const parts: PhrasingContent[][] = [[]];
  for (const child of paragraph.children) {
    for (const [index, piece] of cut(child, starts).entries()) {
      // At a hard break the next text is on a line of its own already.
      const last = parts.at(-1) ?? [];
      const isBroken =
        index === 0 && last.at(-1)?.type === 'break' && starts.has(piece.position?.start.line ?? 0);
      if (isBroken) last.pop();
      if (index > 0 || isBroken) parts.push([]);
      parts.at(-1)?.push(piece);
    }
  }
  if (parts.length === 1) return [paragraph];
  return parts.map((children, index): Paragraph => {
    const [start, end] = [children[0]?.position?.start, children.at(-1)?.position?.end];
    return {
      type: 'paragraph',
      children,
      position: {
        start: index === 0 || !start ? position.start : start,
        end: index === parts.length - 1 || !end ? position.end : end,
      },
    };
  });
}

/** A text cut before each of its lines that begins a paragraph. */
function cut(node: PhrasingContent, starts: ReadonlySet<number>): PhrasingContent[] {
  const { position } = node;
  if (node.type !== 'text' || !position || !node.value.includes('\n')) return [node];
  const pieces: PhrasingContent[] = [];
  let { start } = position;
  let [from, line, offset] = [0, start.line, start.offset ?? 0];
  const escaped = node.data?.escaped;
  const add = (to: number, end: typeof start): void => {
    const own = escaped?.filter((at) => at >= from && at < to).map((at) => at - from);
    pieces.push({
      type: 'text',
      value: node.value.slice(from, to),
      ...(own && own.length > 0 ? { data: { escaped: own } } : {}),
      position: { start, end },
    });
  };
  for (let at = node.value.indexOf('\n'); at >= 0; at = node.value.indexOf('\n', at + 1)) {
    line += 1;
    if (!starts.has(line)) continue;
    // Of a value whose escapes are shorter than their source, the offset is near enough: it orders blocks.
    const end = {
      line: line - 1,
      column: at - node.value.lastIndexOf('\n', at - 1),
      offset: offset + at - from,
    };
    add(at, end);
    offset = end.offset + 1;
    start = { line, column: 1, offset };
    from = at + 1;
  }
  if (pieces.length === 0) return [node];
  add(node.value.length, position.end);
  return pieces;
}
