/** Inline content as Markdown can say it: emphasis without space at its edges, none empty, none in itself, none in two. */
import type { Emphasis, Delete, Nodes, PhrasingContent, Strong } from 'mdast';

type Dressed = Emphasis | Strong | Delete;

const isDressed = (node: PhrasingContent | undefined): node is Dressed =>
  node?.type === 'emphasis' || node?.type === 'strong' || node?.type === 'delete';

/** Nodes whose children are inline content. */
const INLINE: ReadonlySet<string> = new Set([
  'paragraph',
  'heading',
  'tableCell',
  'link',
  'emphasis',
  'strong',
  'delete',
]);

/** Tidies inline content below a node, in place; positions, which are those of the source, go. */
export function tidy(node: Nodes): void {
  delete node.position;
  if (!('children' in node)) return;
  for (const child of node.children) tidy(child);
  if (!INLINE.has(node.type)) return;
  const holder = node as { children: PhrasingContent[] };
  const children: PhrasingContent[] = [];
  for (const child of holder.children) for (const piece of unpadded(child)) append(children, piece);
  holder.children = children;
  if (node.type === 'paragraph' || node.type === 'heading') holder.children = withoutEdges(holder.children);
}

/** Emphasis with the space and the breaks at its edges moved out; nothing where it holds nothing else. */
function unpadded(whole: PhrasingContent): PhrasingContent[] {
  const node = inOrder(whole);
  if (!isDressed(node)) return [node];
  const start = node.children.findIndex((child) => !isSpace(child));
  const end = node.children.findLastIndex((child) => !isSpace(child)) + 1;
  if (start < 0) return node.children;
  const before = node.children.slice(0, start);
  const after = node.children.slice(end);
  const inside = node.children.slice(start, end);
  const [first, last] = [inside[0], inside.at(-1)];
  if (first?.type === 'text') {
    const value = first.value.trimStart();
    before.push({ type: 'text', value: first.value.slice(0, first.value.length - value.length) });
    first.value = value;
  }
  if (last?.type === 'text') {
    const value = last.value.trimEnd();
    after.unshift({ type: 'text', value: last.value.slice(value.length) });
    last.value = value;
  }
  return [...before, { ...node, children: inside }, ...after];
}

/** Strong emphasis within emphasis, where one is all that the other holds: so neighbours in italics can join it. */
function inOrder(node: PhrasingContent): PhrasingContent {
  const [only, more] = 'children' in node ? node.children : [];
  if (node.type !== 'strong' || only?.type !== 'emphasis' || more) return node;
  return { ...only, children: [{ ...node, children: only.children }] };
}

const isSpace = (node: PhrasingContent): boolean =>
  node.type === 'break' || (node.type === 'text' && node.value.trim() === '');

/** Adds a node to a list whose neighbours are settled: it joins one of its kind, even where space parts them. */
function append(list: PhrasingContent[], node: PhrasingContent): void {
  const last = list.at(-1);
  // Long texts grow here piece by piece: they are not looked through each time.
  const space = last?.type === 'text' && last.value.length < 4 && last.value.trim() === '' ? last : undefined;
  const before = space ? list.at(-2) : last;
  if (isDressed(node) && isDressed(before) && before.type === node.type) {
    if (space) append(before.children, list.pop() as PhrasingContent);
    for (const child of node.children) append(before.children, child);
  } else if (node.type === 'text' && last?.type === 'text') last.value += node.value;
  else if (node.type !== 'text' || node.value !== '') list.push(node);
}

/** Without the space and the breaks at the ends of a paragraph, and the space round a break. */
function withoutEdges(nodes: readonly PhrasingContent[]): PhrasingContent[] {
  const isEdge = (node: PhrasingContent | undefined): boolean =>
    node?.type === 'break' || (node?.type === 'text' && /^[\t\n\r \u00A0]*$/.test(node.value));
  let start = 0;
  let end = nodes.length;
  while (start < end && isEdge(nodes[start])) start += 1;
  while (end > start && isEdge(nodes[end - 1])) end -= 1;
  return nodes.slice(start, end).map((node, index, all) => {
    if (node.type !== 'text') return node;
    const atStart = index === 0 || all[index - 1]?.type === 'break';
    const atEnd = index === all.length - 1 || all[index + 1]?.type === 'break';
    const value = node.value.replace(/[\t\n\r ]+/g, ' ');
    return {
      ...node,
      value: (atStart ? value.trimStart() : value).replace(atEnd ? /[ \u00A0]+$/ : /$^/, ''),
    };
  });
}
