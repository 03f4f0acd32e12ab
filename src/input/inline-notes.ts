/**
 * Notes within a line, `^[like this]`, as notes with a mark and a text.
 *
 * Brackets that are no link are text to the parser, so the note's own marks have been read: what stands between them
 * moves into the note.
 */
import type { FootnoteDefinition, Nodes, Paragraph, Parents, PhrasingContent, Root, Text } from 'mdast';
import type { Point } from 'unist';

/** Whether a text can hold one. */
export const hasInlineNote = (text: string): boolean => text.includes('^[');

/** Takes the notes out of a tree and puts them at its end. */
export function settleInlineNotes(tree: Root): void {
  const notes: FootnoteDefinition[] = [];
  settle(tree);
  tree.children.push(...notes);

  function settle(node: Parents): void {
    if (node.children.some((child) => child.type === 'text' && child.value.includes('^[')))
      node.children = split(node.children as PhrasingContent[]);
    for (const child of node.children as Nodes[]) if ('children' in child) settle(child);
  }

  function split(nodes: readonly PhrasingContent[]): PhrasingContent[] {
    const made: PhrasingContent[] = [];
    const open = [...nodes];
    for (let node = open.shift(); node; node = open.shift()) {
      const start = node.type === 'text' ? opening(node) : -1;
      if (node.type !== 'text' || start < 0) {
        made.push(node);
        continue;
      }
      const found = upToClose([part(node, start + 2), ...open]);
      if (!found) {
        made.push(node);
        continue;
      }
      if (start > 0) made.push(part(node, 0, start));
      const number = String(notes.length + 1);
      // Offsets are in no two notes alike, also where a text is parsed in parts.
      const label = `inline-${String(node.position?.start.offset ?? 0)}-${number}`;
      const at = node.position ? { position: node.position } : {};
      made.push({ type: 'footnoteReference', identifier: label, label, ...at });
      const paragraph: Paragraph = { type: 'paragraph', children: found.inside, ...at };
      notes.push({ type: 'footnoteDefinition', identifier: label, label, children: [paragraph], ...at });
      open.splice(0, open.length, ...found.rest);
    }
    return made;
  }
}

/** Where a note begins that its author did not escape. */
function opening({ value, data }: Text): number {
  for (let at = value.indexOf('^['); at >= 0; at = value.indexOf('^[', at + 1))
    if (data?.escaped?.includes(at) !== true && data?.escaped?.includes(at + 1) !== true) return at;
  return -1;
}

/** The content up to the bracket that closes the note, and what stands behind it. */
function upToClose(
  nodes: readonly PhrasingContent[],
): { inside: PhrasingContent[]; rest: PhrasingContent[] } | undefined {
  let depth = 1;
  for (const [index, node] of nodes.entries()) {
    if (node.type !== 'text') continue;
    for (let at = 0; at < node.value.length; at += 1) {
      if (node.data?.escaped?.includes(at)) continue;
      const character = node.value[at];
      if (character === '[') depth += 1;
      else if (character === ']') depth -= 1;
      if (depth > 0) continue;
      const inside = [...nodes.slice(0, index), part(node, 0, at)].filter(isFilled);
      const rest = [part(node, at + 1), ...nodes.slice(index + 1)].filter(isFilled);
      return inside.length > 0 ? { inside, rest } : undefined;
    }
  }
  return undefined;
}

const isFilled = (node: PhrasingContent): boolean => node.type !== 'text' || node.value !== '';

/** A stretch of a text, at its place. */
export function part(node: Text, from: number, to = node.value.length): Text {
  const value = node.value.slice(from, to);
  const escaped = node.data?.escaped?.filter((at) => at >= from && at < to).map((at) => at - from);
  const made: Text = { type: 'text', value, ...(escaped?.length ? { data: { escaped } } : {}) };
  if (!node.position) return made;
  const point = (length: number): Point => {
    const before = node.value.slice(0, length);
    const feed = before.lastIndexOf('\n');
    const { line, column, offset } = (node.position as NonNullable<Text['position']>).start;
    return {
      line: line + before.split('\n').length - 1,
      column: feed < 0 ? column + length : length - feed,
      ...(offset === undefined ? {} : { offset: offset + length }),
    };
  };
  return { ...made, position: { start: point(from), end: point(to) } };
}
