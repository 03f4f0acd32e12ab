/**
 * Boxes beside the text as other tools write them: `> [!NOTE]` of GitHub and Obsidian, `:::tip` of VitePress and
 * Docusaurus. Each is an aside with the class `callout` and its kind, and says its kind or its title above its text.
 */
import type { BlockContent, Blockquote, DefinitionContent, Paragraph, Text } from 'mdast';
import type { ContainerDirective } from 'mdast-util-directive';
import { part } from '../fast/stretches.js';

/** Whether a text can hold one that is a quotation. */
export const hasCallout = (text: string): boolean => /^[ \t>]*>[ \t]*\[!\w+\]/m.test(text);

/** Names of blocks in other tools that are such boxes. */
export const CALLOUTS: ReadonlySet<string> = new Set(
  'caution danger details hint important info question success tip warning'.split(' '),
);

/** Whether the languages of the table have a word for a kind of box. */
export const isBox = (name: string): boolean =>
  CALLOUTS.has(name.toLowerCase()) || name.toLowerCase() === 'note';

const MARK = /^\[!([A-Za-z][\w-]*)\][+-]?[ \t]*([^\n]*)(?:\n|$)/;

/** The word that heads a box of a kind. */
export type LabelOf = (name: string) => string;

/** A quotation that begins with such a mark as an aside. */
export function calloutOf(quotation: Blockquote, labelOf: LabelOf = wordFor): ContainerDirective | undefined {
  const [first, ...blocks] = quotation.children;
  const [opening, ...inline] = first?.type === 'paragraph' ? first.children : [];
  if (first?.type !== 'paragraph' || opening?.type !== 'text') return undefined;
  const found = MARK.exec(opening.value);
  const [whole = '', name = '', title = ''] = found ?? [];
  if (!found || opening.data?.escaped?.includes(0)) return undefined;
  const rest = opening.value.slice(whole.length);
  const restStart = {
    line: (opening.position?.start.line ?? 1) + (whole.endsWith('\n') ? 1 : 0),
    column: 1,
  };
  const text: Text = {
    type: 'text',
    value: rest,
    ...(opening.position ? { position: { start: restStart, end: opening.position.end } } : {}),
  };
  // What stands in the mark's own line is its title, and may go on with emphasis or a link.
  const goesOn = !whole.endsWith('\n') && title !== '';
  const [more, below] = goesOn ? atLineEnd(inline) : [[], inline];
  const left = [...(rest === '' ? [] : [text]), ...below];
  const body: (BlockContent | DefinitionContent)[] = [
    ...(left.length > 0 ? [{ ...first, children: withoutFirstBreak(left) }] : []),
    ...blocks,
  ];
  const label: Paragraph['children'] = [
    { type: 'text', value: title === '' ? labelOf(name) : title, ...place(opening) },
    ...more,
  ];
  return box(name, label, body, quotation);
}

/** A block of another tool as an aside. */
export function calloutBlock(node: ContainerDirective, labelOf: LabelOf = wordFor): ContainerDirective {
  const [first, ...blocks] = node.children;
  const isLabelled = first?.type === 'paragraph' && first.data?.directiveLabel === true;
  const label: Paragraph['children'] = isLabelled
    ? first.children
    : [{ type: 'text', value: labelOf(node.name), ...place(node) }];
  return box(node.name, label, isLabelled ? blocks : node.children, node);
}

function box(
  name: string,
  label: Paragraph['children'],
  children: ContainerDirective['children'],
  origin: Blockquote | ContainerDirective,
): ContainerDirective {
  const given = origin.type === 'containerDirective' ? origin.attributes : {};
  const own = given?.['class'];
  const classes = `callout ${name.toLowerCase()}${own ? ` ${own}` : ''}`;
  const head: Paragraph = {
    type: 'paragraph',
    children: label,
    data: { directiveLabel: true },
    ...place(origin),
  };
  return {
    type: 'containerDirective',
    name: 'aside',
    attributes: { ...given, class: classes },
    children: [head, ...children],
    ...place(origin),
  };
}

/** Inline content cut at its first line end. */
function atLineEnd(inline: Paragraph['children']): [Paragraph['children'], Paragraph['children']] {
  const index = inline.findIndex(
    (node) => node.type === 'break' || (node.type === 'text' && node.value.includes('\n')),
  );
  const node = inline[index];
  if (!node) return [inline, []];
  if (node.type !== 'text') return [inline.slice(0, index), inline.slice(index + 1)];
  const end = node.value.indexOf('\n');
  const isFilled = (child: Paragraph['children'][number]) => child.type !== 'text' || child.value !== '';
  return [
    [...inline.slice(0, index), part(node, 0, end)].filter(isFilled),
    [part(node, end + 1), ...inline.slice(index + 1)].filter(isFilled),
  ];
}

const withoutFirstBreak = (inline: Paragraph['children']): Paragraph['children'] =>
  inline[0]?.type === 'break' ? inline.slice(1) : inline;

/** `NOTE` and `note` as they begin a line: the word of a kind that no language has another for. */
export const wordFor = (name: string): string => name.charAt(0).toUpperCase() + name.slice(1).toLowerCase();

const place = ({ position }: Pick<Paragraph, 'position'>): Pick<Paragraph, 'position'> =>
  position ? { position } : {};
