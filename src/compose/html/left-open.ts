/** Elements that no book holds, where their tags stand apart in Markdown: none takes more than what it encloses. */
import type { Element, ElementContent, Root } from 'hast';
import { names } from '../../content-model.js';
import { tagsIn, type Tag } from '../../text/markup.js';
import { REMOVED } from './names.js';

type Raw = Extract<ElementContent, { type: 'raw' }>;

/** What stands before the name of an element whose tags stand in different pieces of HTML. */
const APART = 'left-out-';

/**
 * What stands for an element whose tags stand beside each other: its end closes whatever is left open in it, and no
 * paragraph in it closes one around it. https://html.spec.whatwg.org/multipage/parsing.html#has-an-element-in-scope
 */
const WHOLE = 'object';
const GIVEN = 'data-left-out';

/** The name that an author gave an element. */
export const givenName = (name: string): string => (name.startsWith(APART) ? name.slice(APART.length) : name);

/** The name of an element that is left out, as its author wrote it. */
export const leftOutName = ({ tagName, properties: { dataLeftOut } }: Element): string =>
  tagName === WHOLE && typeof dataLeftOut === 'string' ? dataLeftOut : givenName(tagName);

/** Elements without an end tag. */
const ENDLESS = names(
  'area base basefont bgsound embed frame head input keygen link meta param source track',
);
/** Elements in which an HTML parser sees no tags: https://html.spec.whatwg.org/multipage/syntax.html#raw-text-elements */
const RAW_TEXT = names('iframe noembed noframes script style textarea title xmp');

const SPANNING = new Set([...REMOVED].filter((name) => !ENDLESS.has(name)));
const MAY_SPAN = new RegExp(`</?(?:${[...SPANNING].join('|')})(?![a-z\\d-])`, 'i');

interface Found {
  raw: Raw;
  tag: Tag;
}

/** The nodes that stand beside each piece of HTML. */
type Siblings = ReadonlyMap<Raw, readonly unknown[]>;

/**
 * The tree with such elements as an HTML parser can read them among Markdown. One whose tags stand in different pieces
 * of HTML gets a name that means nothing to the parser, which would look for its end in text or shut out the Markdown
 * between; of one that nothing closes the tag goes, since all that follows would go with it. `tell` hears of those.
 */
export function withoutLeftOpen(tree: Root, tell: (name: string, raw: Raw) => void): Root {
  const siblings = rawsIn(tree.children);
  const raws = [...siblings.keys()];
  if (!raws.some(({ value }) => MAY_SPAN.test(value))) return tree;
  const edits = new Map<Raw, { tag: Tag; text: string }[]>(raws.map((raw) => [raw, []]));
  const edit = ({ raw, tag }: Found, text: string) => edits.get(raw)?.push({ tag, text });
  const { apart, unclosed, empty } = pairsIn(raws);
  for (const [begin, end] of apart) {
    const name = begin.tag.name ?? '';
    const isBeside = siblings.get(begin.raw) === siblings.get(end.raw);
    edit(begin, isBeside ? `<${WHOLE} ${GIVEN}="${name}">` : `<${APART}${name}>`);
    edit(end, isBeside ? `</${WHOLE}>` : `</${APART}${name}>`);
  }
  for (const found of empty)
    edit(found, `<${APART}${found.tag.name ?? ''}></${APART}${found.tag.name ?? ''}>`);
  for (const found of unclosed) {
    edit(found, '');
    tell(found.tag.name ?? '', found.raw);
  }
  const written = (raw: Raw): Raw => ({ ...raw, value: edited(raw.value, edits.get(raw) ?? []) });
  const all = <Node extends ElementContent | Root['children'][number]>(nodes: readonly Node[]): Node[] =>
    nodes.map((node) => {
      if (node.type === 'raw') return written(node) as Node;
      return node.type === 'element' ? { ...node, children: all(node.children) } : node;
    });
  return { ...tree, children: all(tree.children) };
}

function rawsIn(
  nodes: readonly Root['children'][number][],
  found = new Map<Raw, readonly unknown[]>(),
): Siblings {
  for (const node of nodes) {
    if (node.type === 'raw') found.set(node, nodes);
    else if (node.type === 'element') rawsIn(node.children, found);
  }
  return found;
}

/** The tags of elements that reach beyond one piece of HTML, of those that nothing closes, and of those closed at once. */
function pairsIn(raws: readonly Raw[]): {
  apart: [Found, Found][];
  unclosed: Found[];
  empty: Found[];
} {
  const apart: [Found, Found][] = [];
  const empty: Found[] = [];
  const open = new Map<string, Found[]>();
  for (const raw of raws) {
    let from = 0;
    for (const tag of tagsIn(raw.value)) {
      if (tag.start < from || tag.name === undefined || !tag.isFinished || !SPANNING.has(tag.name)) continue;
      const others = open.get(tag.name) ?? [];
      open.set(tag.name, others);
      if (tag.ends) {
        const begin = others.pop();
        if (begin && begin.raw !== raw) apart.push([begin, { raw, tag }]);
        continue;
      }
      const end = RAW_TEXT.has(tag.name) ? endIn(raw.value, tag) : undefined;
      if (end !== undefined) from = end;
      else if (tag.attributes.endsWith('/')) empty.push({ raw, tag });
      else others.push({ raw, tag });
    }
  }
  return { apart, empty, unclosed: [...open.values()].flat() };
}

/** Where the end tag of raw text begins. */
function endIn(html: string, { name = '', end }: Tag): number | undefined {
  const closing = new RegExp(`</${name}[\\s/>]`, 'gi');
  closing.lastIndex = end;
  const index = closing.exec(html)?.index;
  return index === undefined ? undefined : closing.lastIndex;
}

function edited(html: string, edits: { tag: Tag; text: string }[]): string {
  let result = '';
  let at = 0;
  for (const { tag, text } of edits.sort((a, b) => a.tag.start - b.tag.start)) {
    result += html.slice(at, tag.start) + text;
    at = tag.end;
  }
  return result + html.slice(at);
}
