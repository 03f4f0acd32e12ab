/** Bringing the texts of runs back into their tree. */
import type { Html, Nodes, Root, Text } from 'mdast';
import type { Draft } from './edits.js';
import type { Segment } from './types.js';

/** A part of a block of HTML, from an offset on, and what it becomes. */
interface Part {
  at: number;
  before: string;
  after: string;
}

/** The nodes that changed, by what they were; escapes move along with their characters. */
export function changedNodes(drafts: readonly Draft[]): Map<Nodes, Nodes> {
  const changed = new Map<Nodes, Nodes>();
  const parts = new Map<Html, Part[]>();
  for (const draft of drafts)
    draft.segments.forEach(({ node, holder }, place) => {
      const value = draft.values[place] ?? '';
      if (value === node.value) return;
      if (!holder) changed.set(node, { ...node, value, ...movedEscapes(draft, place) });
      else if ('at' in holder) {
        const part = { at: holder.at, before: node.value, after: value };
        const own = parts.get(holder.node);
        if (own) own.push(part);
        else parts.set(holder.node, [part]);
      } else if ('field' in holder) {
        // An image may hold two.
        const known = changed.get(holder.node) ?? holder.node;
        changed.set(holder.node, { ...known, [holder.field]: value });
      } else changed.set(holder.node, { ...node, value });
    });
  for (const [node, own] of parts) changed.set(node, { ...node, value: withParts(node.value, own) });
  return changed;
}

function withParts(value: string, parts: readonly Part[]): string {
  const pieces: string[] = [];
  let done = 0;
  for (const { at, before, after } of parts) {
    pieces.push(value.slice(done, at), after);
    done = at + before.length;
  }
  return pieces.join('') + value.slice(done);
}

function movedEscapes(draft: Draft, place: number): Partial<Text> {
  const node = (draft.segments[place] as Segment).node;
  const data = node.data as { escaped?: readonly number[] } | undefined;
  const origin = draft.origin;
  if (!data?.escaped || !origin) return {};
  const old = (draft.run.segments[place] as Segment).start;
  const { start, end } = draft.segments[place] as Segment;
  const kept = new Set(data.escaped);
  const escaped: number[] = [];
  for (let at = start; at < end; at += 1)
    if (origin[at] !== origin[at + 1] && kept.has((origin[at] ?? 0) - old)) escaped.push(at - start);
  return { data: { ...data, escaped } };
}

/** The tree with nodes replaced; what holds no change is shared with the old tree. */
export const replaceNodes = (tree: Root, replace: (node: Nodes) => Nodes): Root =>
  rebuild(tree, replace, () => true) as Root;

/** Terms are lines, and a dash alone may be all that a definition says. */
const HOLDS_LINES = new Set<Nodes['type']>(['paragraph', 'heading', 'table', 'definitionList']);

const isFlow = ({ type }: Nodes): boolean => !HOLDS_LINES.has(type);

/** The same for blocks only: inline content is not looked at. */
export const replaceBlocks = (tree: Root, replace: (node: Nodes) => Nodes): Root =>
  rebuild(tree, replace, isFlow) as Root;

function rebuild(node: Nodes, replace: (node: Nodes) => Nodes, enters: (node: Nodes) => boolean): Nodes {
  const own = replace(node);
  if (!('children' in own) || !enters(own)) return own;
  let children: Nodes[] | undefined;
  own.children.forEach((child, index) => {
    const fresh = rebuild(child, replace, enters);
    if (fresh !== child) (children ??= [...own.children])[index] = fresh;
  });
  return children ? ({ ...own, children } as Nodes) : own;
}
