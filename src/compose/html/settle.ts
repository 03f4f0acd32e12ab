/** Parses raw HTML together with the Markdown around it, and makes it fit for a book. */
import type { Element, ElementContent } from 'hast';
import { error, warning } from '../../diagnostics.js';
import { tagsIn } from '../../text/markup.js';
import { grouped } from '../../text/numbers.js';
import { at, type Context } from '../context.js';
import { clean } from './clean.js';
import { SEAL, type Sealed } from './names.js';
import { readHtml } from './read-html.js';

/** Open elements above this are no markup that a person wrote, and cost more than they are worth. */
const DEEPEST = 100;

/**
 * The nodes without `raw` ones. Only where there are such does an HTML parser run; all that it makes is then read
 * against what a book may hold, as the last step that can add nodes.
 */
export function settle(nodes: ElementContent[], context: Context): ElementContent[] {
  const raws = rawNodes(nodes);
  const [first] = raws;
  if (!first) return nodes;
  const { deepest, elements } = sizeOf(raws.map(({ value }) => value));
  const most = context.shared.bounds.elements;
  if (elements > most) {
    context.shared.messages.push(
      error('html:too-many', `The HTML has more than ${grouped(most)} elements; that is the most`, {
        ...at(context, first),
        hint: 'The HTML of this section was left out, its Markdown stays. Split the text into chapters, one file each.',
      }),
    );
    return withoutRaw(nodes);
  }
  if (deepest > DEEPEST) {
    context.shared.messages.push(
      error('html:too-deep', `The HTML is more than ${String(DEEPEST)} elements deep`, {
        ...at(context, first),
        hint: 'The HTML of this section was left out, its Markdown stays. Close each element that you open.',
      }),
    );
    return withoutRaw(nodes);
  }
  for (const node of raws) tellUnfinished(node, context);
  const sealed: Sealed[] = [];
  const tree = readHtml({ type: 'root', children: nodes.map((node) => seal(node, sealed)) }, (name, node) => {
    tellUnclosed(name, node, context);
  });
  const children = 'children' in tree ? tree.children.filter((node) => node.type !== 'doctype') : [];
  return clean(children, sealed, context);
}

/** Says of a tag that has no end what goes with it: all that follows in its block. */
function tellUnfinished(node: Raw, context: Context): void {
  for (const { name, isFinished, start, ends } of tagsIn(node.value)) {
    if (isFinished || name === undefined) continue;
    const left = node.value.slice(start);
    if (!/\s\S/.test(left)) continue;
    context.shared.messages.push(
      error('html:unfinished', `The tag \`<${ends ? '/' : ''}${name}>\` does not end`, {
        ...at(context, node),
        hint: 'The rest of its block was left out. Close its quotation marks and end it with `>`.',
      }),
    );
  }
}

/** Says of an element that no book holds that its end tag is missing. */
function tellUnclosed(name: string, node: Raw, context: Context): void {
  context.shared.messages.push(
    warning('html:unclosed', `\`<${name}>\` is never closed`, {
      ...at(context, node),
      hint: 'No book holds such an element: its tag was left out, and the text behind it stays. Leave the tag out.',
    }),
  );
}

type Raw = Extract<ElementContent, { type: 'raw' }>;

function rawNodes(nodes: readonly ElementContent[], found: Raw[] = []): Raw[] {
  for (const node of nodes) {
    if (node.type === 'raw') found.push(node);
    else if (node.type === 'element') rawNodes(node.children, found);
  }
  return found;
}

const withoutRaw = (nodes: readonly ElementContent[]): ElementContent[] =>
  nodes.flatMap((node): ElementContent[] => {
    if (node.type === 'raw') return [];
    return node.type === 'element' ? [{ ...node, children: withoutRaw(node.children) }] : [node];
  });

/** Elements that close themselves or each other, so that many open tags are no depth. */
const FLAT = new Set(
  'area base br col dd dt embed hr img input li link meta option p param source td th tr wbr'.split(' '),
);

/** How many elements there are, and how many are open at once, at most, going by the tags. */
function sizeOf(values: readonly string[]): { deepest: number; elements: number } {
  let depth = 0;
  let deepest = 0;
  let elements = 0;
  for (const value of values) {
    for (const [, slash, name = ''] of value.matchAll(/<(\/?)([A-Za-z][A-Za-z\d]{0,20})/g)) {
      if (slash === '') elements += 1;
      if (FLAT.has(name.toLowerCase())) continue;
      depth = Math.max(0, depth + (slash === '/' ? -1 : 1));
      deepest = Math.max(deepest, depth);
    }
  }
  return { deepest, elements };
}

/**
 * An element with its properties put aside, so that what the build made passes the parser and the cleaning
 * untouched. Raw HTML that names a seal gets what was vetted before, and nothing else.
 */
function seal(node: ElementContent, sealed: Sealed[]): ElementContent {
  if (node.type !== 'element') return node;
  const children = node.children.map((child) => seal(child, sealed));
  sealed.push({ tagName: node.tagName, properties: node.properties });
  const copy: Element = { ...node, properties: { [SEAL]: String(sealed.length - 1) }, children };
  return copy;
}
