/** Reduces raw HTML to what a book may hold, valid in its place. */
import type { Element, ElementContent, Properties, RootContent } from 'hast';
import { CHILDREN, mayStand, OUTSIDE, PHRASING, VOID, within, type Place } from '../../content-model.js';
import { warning } from '../../diagnostics.js';
import { at, type Context } from '../context.js';
import { classesOf, element, hasClass, isBlank, isElement, isNamed, without } from '../elements.js';
import { picture } from '../images/picture.js';
import { sized, widthIn } from '../images/size.js';
import { isNoteReference, withoutInnerLinks } from '../inner-links.js';
import { resolveLink } from '../links.js';
import { safeProperties } from './attributes.js';
import { isBlock, isFlow, spread } from './blocks.js';
import { leftOutName } from './left-open.js';
import { isKnown, REMOVED, RENAMED, SEAL, type Sealed } from './names.js';
import { repaired } from './repair.js';
import { plainRuby } from './ruby.js';

interface Cleaning {
  sealed: readonly Sealed[];
  context: Context;
  /** Ids that stand already: the parser doubles an element that runs over a block's end. */
  ids: Set<unknown>;
}

/**
 * The nodes as new ones: nothing that is not named in `names.ts` and `attributes.ts` is copied. Ids that had been
 * given and are gone with what held them are entered into the page's `reserved`.
 */
export function clean(
  nodes: readonly RootContent[],
  sealed: readonly Sealed[],
  context: Context,
): ElementContent[] {
  const ids = new Set<unknown>();
  const cleaned = cleanAll(nodes, OUTSIDE, { sealed, context, ids });
  for (const { properties } of sealed) {
    const { id } = properties;
    if (typeof id === 'string' && !ids.has(id)) context.page.reserved.add(id);
  }
  return cleaned;
}

function cleanAll(nodes: readonly RootContent[], place: Place, cleaning: Cleaning): ElementContent[] {
  const cleaned: ElementContent[] = [];
  // Whether a line ends before what follows.
  let ends = false;
  const add = (made: ElementContent[]) => {
    const first = made.find((node) => !isBlank(node));
    if (
      first &&
      ends &&
      runOn(
        cleaned.findLast((node) => !isBlank(node)),
        first,
      )
    )
      cleaned.push(element('br'));
    if (first) ends = false;
    cleaned.push(...made);
  };
  for (const node of nodes) {
    if (node.type === 'text') add([{ type: 'text', value: node.value }]);
    if (node.type !== 'element') continue;
    const made = cleanElement(node, place, cleaning);
    // A block in a line is a line of its own. An empty paragraph is not printed, nor a rule in a line, and both part.
    const isLine = place.phrasing && isFlow(node);
    ends ||= isLine || (made.length === 0 && PARTING.has(node.tagName));
    add(made);
    ends ||= isLine;
  }
  return fitted(cleaned, place);
}

const PARTING = new Set(['p', 'hr']);

/** Whether two nodes would stand in one line. */
const runOn = (before: ElementContent | undefined, after: ElementContent): boolean =>
  [before, after].every((node) => isInLine(node) && !(node && isNamed(node, 'br')));

const isInLine = (node: RootContent | undefined): boolean =>
  node?.type === 'text' || (node?.type === 'element' && PHRASING.has(node.tagName));

function cleanElement(given: Element, place: Place, cleaning: Cleaning): ElementContent[] {
  const node = given.tagName === 'ruby' ? plainRuby(given) : given;
  const seal = cleaning.sealed[Number(node.properties[SEAL] ?? -1)];
  const own = seal?.tagName === node.tagName ? seal.properties : undefined;
  const renamed = RENAMED.get(node.tagName);
  const tagName = renamed?.tagName ?? node.tagName;
  if (!own && !isKnown(tagName)) return refused(node, place, cleaning);
  if (!mayStand(tagName, place)) return misplaced(node, tagName, place, cleaning);
  if (Object.hasOwn(place.closed, tagName) && !isNoteReference(own)) {
    const instead = own && tagName === 'a' ? undefined : place.closed[tagName];
    if (instead === undefined) return misplaced(node, tagName, place, cleaning);
    const plainer = {
      ...node,
      tagName: instead,
      properties: without(without(node.properties, 'href'), 'dateTime'),
    };
    return cleanElement(plainer, place, cleaning).flatMap(unwrapped);
  }
  if (PHRASING.has(tagName) && !VOID.has(tagName) && node.children.some((child) => isBlock(child, tagName))) {
    return cleanAll(spread(node), place, cleaning);
  }
  const children = () => (VOID.has(tagName) ? [] : cleanAll(node.children, within(tagName, place), cleaning));
  const result = own
    ? [element(tagName, { ...own }, children())]
    : made(node, tagName, renamed?.className, children, cleaning);
  const worth = result.filter((child) => isWorth(child, cleaning));
  return worth.flatMap((child) => {
    if (!isElement(child)) return [child];
    return child.tagName === 'a' ? withoutInnerLinks(child).flatMap(unwrapped) : [repaired(child)];
  });
}

/** An element that says nothing of its content as this alone. */
const unwrapped = (node: ElementContent): ElementContent[] =>
  isElement(node) && UNMARKED.has(node.tagName) && Object.keys(node.properties).length === 0
    ? node.children
    : [node];

const UNMARKED = new Set(['a', 'span']);

/** Whether a node prints or marks anything; an id that stands already is taken from it. */
function isWorth(node: ElementContent, { ids, context }: Cleaning): boolean {
  if (!isElement(node)) return true;
  const { id } = node.properties;
  // The empty line that parts two scenes is a paragraph of the build's own.
  if (node.tagName === 'p' && node.children.every(isBlank) && !hasClass(node, 'ornament')) {
    if (typeof id === 'string' && !ids.has(id)) context.page.reserved.add(id);
    return false;
  }
  if (id !== undefined && ids.has(id)) delete node.properties.id;
  ids.add(id);
  const isEmpty = node.children.length === 0 && Object.keys(node.properties).length === 0;
  return !isEmpty || VOID.has(node.tagName) || !PHRASING.has(node.tagName);
}

/** An element of raw HTML with the properties that it may keep. */
function made(
  node: Element,
  tagName: string,
  className: string | undefined,
  children: () => ElementContent[],
  { context }: Cleaning,
): ElementContent[] {
  const properties = safeProperties(node, tagName, context);
  if (className !== undefined) properties.className = [className, ...classesOf(properties)];
  if (tagName === 'img') return rawPicture(node, properties, context);
  if (tagName === 'a') {
    const { href } = node.properties;
    const url = typeof href === 'string' ? resolveLink(href, context, node) : undefined;
    if (url !== undefined) properties.href = url;
  }
  const lacks = REQUIRED[tagName];
  return [element(lacks !== undefined && !(lacks in properties) ? 'span' : tagName, properties, children())];
}

/** Elements that mean nothing without a certain property. */
const REQUIRED: Record<string, string> = { bdo: 'dir', data: 'value', time: 'dateTime' };

function rawPicture(node: Element, properties: Properties, context: Context): ElementContent[] {
  const { src, alt, width, style } = node.properties;
  const shown = picture(
    typeof src === 'string' ? src : '',
    typeof alt === 'string' ? alt : undefined,
    properties,
    context,
    node,
  );
  const given = width ?? widthIn(style);
  return shown ? [given === undefined || given === null ? shown : sized(shown, String(given))] : [];
}

/** An element that no book holds: gone with its content if that runs or loads something, else only its tags. */
function refused(node: Element, place: Place, cleaning: Cleaning): ElementContent[] {
  const tagName = leftOutName(node);
  const gone = REMOVED.has(tagName);
  const reason = gone
    ? 'does not belong in a book and was left out'
    : 'is not an element of XHTML; its text stays';
  const hint =
    tagName === 'svg'
      ? 'Save the drawing as an `.svg` file and show it as an image.'
      : 'Write it in Markdown, or leave it out.';
  cleaning.context.shared.messages.push(
    warning(`html:${gone ? 'removed' : 'element'}`, `\`<${short(tagName)}>\` ${reason}`, {
      ...at(cleaning.context, node),
      hint,
    }),
  );
  return gone
    ? noteReferences(node, cleaning).flatMap((reference) => cleanElement(reference, place, cleaning))
    : cleanAll(node.children, place, cleaning);
}

/** The references to notes in an element that is left out: nothing else leads to the notes. */
const noteReferences = (node: Element, cleaning: Cleaning): Element[] =>
  node.children.filter(isElement).flatMap((child) => {
    const seal = cleaning.sealed[Number(child.properties[SEAL] ?? -1)];
    return isNoteReference(seal?.properties) ? [child] : noteReferences(child, cleaning);
  });

const short = (name: string): string => (name.length > 40 ? `${name.slice(0, 40)}\u2026` : name);

/** An element where it cannot stand: its content stays, that of a list item as a block. */
function misplaced(node: Element, tagName: string, place: Place, cleaning: Cleaning): ElementContent[] {
  if ((tagName === 'li' || tagName === 'dd' || tagName === 'dt') && mayStand('div', place)) {
    return [element('div', {}, cleanAll(node.children, within('div', place), cleaning))];
  }
  return cleanAll(node.children, place, cleaning);
}

/** Puts nodes into what their parent demands, such as text within a list into an item: a line of them into one. */
function fitted(nodes: ElementContent[], { parent }: Place): ElementContent[] {
  const rule = parent === undefined ? undefined : CHILDREN.get(parent);
  if (!rule) return nodes;
  const fit: ElementContent[] = [];
  let line: Element | undefined;
  for (const child of nodes) {
    const isBlock = isElement(child) && !PHRASING.has(child.tagName);
    if (isBlock) line = undefined;
    if (line) line.children.push(child);
    // A blank that XML does not count as one, such as a no-break space, is text where no text may stand.
    else if (isBlank(child)) fit.push(...(isXmlBlank(child) ? [child] : []));
    else if (isElement(child) && rule.only.has(child.tagName)) fit.push(child);
    else if (rule.wrap !== undefined) {
      const wrapper = element(rule.wrap, {}, [child]);
      fit.push(wrapper);
      if (!isBlock) line = wrapper;
    }
  }
  return fit;
}

const isXmlBlank = (node: ElementContent): boolean => node.type === 'text' && !/[^ \t\n\r]/.test(node.value);
