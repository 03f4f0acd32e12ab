/**
 * Notes within a line, `^[like this]`, as notes with a mark and a text.
 *
 * Brackets that are no link are text to the parser, so the note's own marks have been read: what stands between them
 * moves into the note.
 */
import type { FootnoteDefinition, Nodes, Paragraph, Parents, PhrasingContent, Root } from 'mdast';
import { stretchesOf } from '../fast/stretches.js';

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
    const upTo = contentOf(nodes);
    for (const { open, close } of notesIn(nodes)) {
      made.push(...upTo(open));
      const [mark] = upTo({ ...open, at: open.at + MARK.length });
      const number = String(notes.length + 1);
      // Offsets are in no two notes alike, also where a text is parsed in parts.
      const label = `inline-${String(mark?.position?.start.offset ?? 0)}-${number}`;
      const at = mark?.position ? { position: mark.position } : {};
      made.push({ type: 'footnoteReference', identifier: label, label, ...at });
      const paragraph: Paragraph = { type: 'paragraph', children: upTo(close), ...at };
      notes.push({ type: 'footnoteDefinition', identifier: label, label, children: [paragraph], ...at });
      upTo({ ...close, at: close.at + 1 });
    }
    return [...made, ...upTo({ index: nodes.length, at: 0 })];
  }
}

const MARK = '^[';

/** A place in inline content: a node's index, and an offset in it. */
interface Spot {
  index: number;
  at: number;
}

interface Note {
  open: Spot;
  close: Spot;
}

/** Notes of which none stands in another, by their brackets that close; an empty one is none. */
function notesIn(nodes: readonly PhrasingContent[]): Note[] {
  const open: (Omit<Note, 'close'> & { isNote: boolean })[] = [];
  const notes: Note[] = [];
  for (const [index, node] of nodes.entries()) {
    if (node.type !== 'text') continue;
    const escaped = new Set(node.data?.escaped);
    for (const { 0: bracket, index: at } of node.value.matchAll(/[[\]]/g)) {
      if (escaped.has(at)) continue;
      const isNote = node.value[at - 1] === '^' && !escaped.has(at - 1);
      if (bracket === '[') open.push({ open: { index, at: at - 1 }, isNote });
      else {
        const begin = open.pop();
        const isEmpty = begin?.open.index === index && begin.open.at + MARK.length === at;
        if (!begin?.isNote || isEmpty) continue;
        while (notes.length > 0 && isBehind(notes.at(-1)?.open, begin.open)) notes.pop();
        notes.push({ open: begin.open, close: { index, at } });
      }
    }
  }
  return notes;
}

const isBehind = (one: Spot | undefined, other: Spot): boolean =>
  one !== undefined && (one.index > other.index || (one.index === other.index && one.at > other.at));

/** Gives inline content from where it was asked for last up to a place. */
function contentOf(nodes: readonly PhrasingContent[]): (to: Spot) => PhrasingContent[] {
  let [index, from] = [0, 0];
  let stretch: ReturnType<typeof stretchesOf> | undefined;
  return (to) => {
    const taken: PhrasingContent[] = [];
    for (; index <= to.index; [index, from, stretch] = [index + 1, 0, undefined]) {
      const node = nodes[index];
      if (!node) break;
      const isLast = index === to.index;
      if (node.type !== 'text') {
        if (isLast) break;
        taken.push(node);
        continue;
      }
      const end = isLast ? to.at : node.value.length;
      if (from === 0 && end === node.value.length) taken.push(node);
      else if (end > from) taken.push((stretch ??= stretchesOf(node))(from, end));
      from = end;
      if (isLast) break;
    }
    return taken;
  };
}
