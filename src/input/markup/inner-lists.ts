/**
 * Lists right below a line, which Markdown takes for more of it: set in by four spaces, below a number of three figures
 * (`100. Tools` and `    - a saw`), or counted on from another number than 1.
 */
import type { List, ListItem, Nodes, Paragraph, Parents, PhrasingContent, Root, Text } from 'mdast';
import type { Point } from 'unist';
import { LINED_DIRECTIVES } from '../../text/lined.js';
import { part } from '../fast/stretches.js';

/** Whether a text can hold one at all. */
export const hasInnerList = (text: string): boolean =>
  /^[ \t>]*(?:[ \t]{2}|\t)(?:[-*+]|\d{1,9}[.)])[ \t]+\S/m.test(text);

const MARK = /^(?:[-*+]|(\d{1,9})[.)])[ \t]+(?=\S)/;
/** From this indentation on, in columns, a mark below a line begins no list by itself. */
const CODE = 4;
/** How much further in a list within another stands, in columns. */
const STEP = 2;

/** A line that begins with a mark, and what goes on with it. */
interface Line {
  indent: number;
  number: number | undefined;
  start: Point;
  content: PhrasingContent[];
}

/** Makes lists of such lines, in place. `speaks` is whether a hyphen may begin a speech in the language. */
export function settleInnerLists(
  tree: Root,
  source: { text: string; offset: number },
  speaks: boolean,
): void {
  const settle = (parent: Parents): void => {
    parent.children = (parent.children as Nodes[]).flatMap((child): Nodes[] => {
      if (child.type === 'paragraph') return parted(child, parent, source, speaks) ?? [child];
      const isLined = child.type === 'containerDirective' && LINED_DIRECTIVES.has(child.name);
      if ('children' in child && child.type !== 'heading' && !isLined) settle(child);
      return [child];
    }) as typeof parent.children;
  };
  settle(tree);
}

/** A paragraph and the lists below it; nothing where it is all there is. */
function parted(
  paragraph: Paragraph,
  parent: Parents,
  source: { text: string; offset: number },
  speaks: boolean,
): Nodes[] | undefined {
  const isItem = parent.type === 'listItem';
  const least = isItem ? (parent.position?.start.column ?? 1) : CODE;
  const [head, lines] = linesOf(paragraph, source, least);
  if (lines.length === 0 || head.length === 0) return undefined;
  const isCounted = lines.every(({ number }) => number !== undefined);
  const isList = lines.length > 1 && (!speaks || (endsIn(head, /:\s*$/) && !lines.some(isSaid)));
  if (isCounted ? !counts(lines) : !isItem && !isList) return undefined;
  return [ended({ ...paragraph, children: head }), ...listsOf(lines)];
}

const endsIn = (content: readonly PhrasingContent[], end: RegExp): boolean => {
  const last = content.at(-1);
  return last?.type === 'text' && end.test(last.value);
};

/** Whether a line ends as a sentence does, which may be said. */
const isSaid = ({ content }: Line): boolean => endsIn(content, /[.!?\u2026]["\u201D\u00BB]?\s*$/);

/** Whether lines are numbered as a list is: one after the other, those within others aside. */
function counts(lines: readonly Line[]): boolean {
  const [first] = lines;
  const own = lines.filter(({ indent }) => indent < (first?.indent ?? 0) + STEP);
  return own.length > 1 && own.every(({ number }, index) => number === (first?.number ?? 0) + index);
}

function linesOf(
  { children }: Paragraph,
  { text, offset }: { text: string; offset: number },
  least: number,
): [head: PhrasingContent[], lines: Line[]] {
  const head: PhrasingContent[] = [];
  const lines: Line[] = [];
  const add = (node: PhrasingContent): void => void (lines.at(-1)?.content ?? head).push(node);
  children.forEach((child, index) => {
    if (child.type !== 'text') {
      add(child);
      return;
    }
    let from = 0;
    for (let at = children[index - 1]?.type === 'break' ? 0 : 1 + child.value.indexOf('\n'); ;) {
      if (at === 0 && (from > 0 || children[index - 1]?.type !== 'break')) break;
      const [mark, number] = MARK.exec(child.value.slice(at)) ?? [];
      const place = mark === undefined ? undefined : placeOf(child, at, text, offset);
      if (
        mark !== undefined &&
        place &&
        place.indent >= least &&
        child.data?.escaped?.includes(at) !== true
      ) {
        if (at > from + 1) add(part(child, from, at - 1));
        const before = lines.at(-1)?.content ?? head;
        if (before.at(-1)?.type === 'break') before.pop();
        lines.push({ ...place, number: number === undefined ? undefined : Number(number), content: [] });
        from = at + mark.length;
      }
      at = 1 + child.value.indexOf('\n', at);
      if (at === 0) break;
    }
    if (from < child.value.length) add(part(child, from));
  });
  return [head, lines];
}

/** Where a line of a text begins in its file, and the columns before it: the parser counts no indentation. */
function placeOf(
  { value, position }: Text,
  at: number,
  source: string,
  offset: number,
): { start: Point; indent: number } | undefined {
  if (!position) return undefined;
  const feeds = value.slice(0, at).split('\n').length - 1;
  let from = (position.start.offset ?? 0) - offset;
  for (let feed = 0; feed < feeds; feed += 1) from = source.indexOf('\n', from) + 1;
  from = source.lastIndexOf('\n', from - 1) + 1;
  const [before = '', spaces = ''] = /^(?:[ \t]*>)*([ \t]*)/.exec(source.slice(from)) ?? [];
  const start = {
    line: position.start.line + feeds,
    column: before.length + 1,
    offset: from + before.length + offset,
  };
  return { start, indent: spaces.replaceAll('\t', '    ').length };
}

function listsOf(lines: readonly Line[]): List[] {
  const lists: List[] = [];
  const base = lines[0]?.indent ?? 0;
  for (let index = 0; index < lines.length;) {
    const line = lines[index] as Line;
    let next = index + 1;
    while ((lines[next]?.indent ?? 0) >= base + STEP) next += 1;
    const item = itemOf(line, lines.slice(index + 1, next));
    const list = lists.at(-1);
    if (list?.ordered === (line.number !== undefined)) list.children.push(item);
    else
      lists.push({
        type: 'list',
        ordered: line.number !== undefined,
        ...(line.number === undefined ? {} : { start: line.number }),
        spread: false,
        children: [item],
      });
    index = next;
  }
  return lists.map(ended);
}

function itemOf({ start, content }: Line, inner: readonly Line[]): ListItem {
  const paragraph = ended<Paragraph>({ type: 'paragraph', children: content });
  const item: ListItem = {
    type: 'listItem',
    spread: false,
    children: [paragraph, ...(inner.length > 0 ? listsOf(inner) : [])],
  };
  const { end } = item.children.at(-1)?.position ?? {};
  return end ? { ...item, position: { start, end } } : item;
}

/** A node at the place of what it holds. */
function ended<T extends Paragraph | List>(node: T): T {
  const [start, end] = [node.children[0]?.position?.start, node.children.at(-1)?.position?.end];
  return start && end ? { ...node, position: { start, end } } : node;
}
