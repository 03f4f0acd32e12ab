/**
 * Footnotes, however a page has them: a reference links to a note, and the note links back. Each becomes a reference
 * of our own and a note that stands after the block that first refers to it.
 */
import type { Element, ElementContent, Nodes, Root } from 'hast';
import { attribute, childElements, eachElement, element, idOf, isElement, textOf } from './elements.js';
import { NOTE, NOTE_REFERENCE } from './content.js';

/** https://www.w3.org/TR/epub-ssv-11/#notes, https://www.w3.org/TR/dpub-aria-1.1/#doc-noteref */
const REFERENCE = /\b(doc-)?noteref\b/;
/** What marks a note in print and on pages: a number, a letter, a star, in brackets or not. */
const MARK = /^[[({]?(\d{1,4}|[a-z]{1,2}|[ivxlc]{1,8}|[*†‡§¶#]{1,4})[\])}]?[.:]?$/iu;
/** Comments of an editor, which stand as notes in exports: Google Docs' and mammoth's. */
const COMMENT = /^(cmnt|comment-)/;
const HOLDERS = /^(aside|dd|div|li|p|section|td)$/;

/** What was found: how many footnotes there are, and the comments, taken out. */
export interface Footnotes {
  count: number;
  comments: Element[];
}

/** Where an element stands. */
type Parents = ReadonlyMap<Element, Element | Root>;

/** Makes the footnotes of a tree ours, in place. */
export function settleFootnotes(root: Root): Footnotes {
  const parents = new Map<Element, Element | Root>();
  const byId = new Map<string, Element>();
  const links: Element[] = [];
  // In the order of the document, since a note stands after what refers to it.
  const order = new Map<Element, number>();
  const collect = (parent: Element | Root): void => {
    for (const child of childElements(parent)) {
      parents.set(child, parent);
      order.set(child, order.size);
      if (idOf(child) !== '' && !byId.has(idOf(child))) byId.set(idOf(child), child);
      const name = child.tagName === 'a' ? attribute(child, 'name') : '';
      if (name !== '' && !byId.has(name)) byId.set(name, child);
      if (child.tagName === 'a' && attribute(child, 'href').startsWith('#')) links.push(child);
      collect(child);
    }
  };
  collect(root);
  const notes = new Map<Element, { label: string; references: Element[]; target: string }>();
  for (const link of links) {
    const target = attribute(link, 'href').slice(1);
    const holder = holderOf(byId.get(target), parents);
    if (!holder || isWithin(link, holder, parents) || notes.get(holder)?.references.includes(link)) continue;
    const isAfter = (order.get(holder) ?? 0) > (order.get(link) ?? 0);
    if (!saysReference(link) && !(isAfter && isAnswered(link, holder, byId, parents))) continue;
    const known = notes.get(holder);
    if (known) known.references.push(link);
    else notes.set(holder, { label: String(notes.size + 1), references: [link], target });
  }
  const comments: Element[] = [];
  let count = 0;
  for (const [holder, { references, target }] of notes) {
    detach(holder, parents);
    dropBackLinks(holder, references, parents);
    if (COMMENT.test(target)) {
      comments.push(element('p', holder.children, holder));
      for (const reference of references) replace(reference, [], parents);
      continue;
    }
    count += 1;
    settle(holder, String(count), references, parents);
  }
  return { count, comments };
}

function settle(holder: Element, label: string, references: readonly Element[], parents: Parents): void {
  for (const reference of references) {
    replace(reference, [{ ...element(NOTE_REFERENCE, [], reference), properties: { label } }], parents);
  }
  const note = element(
    NOTE,
    /^(p)$/.test(holder.tagName) ? [{ ...holder, tagName: 'p' }] : holder.children,
    holder,
  );
  note.properties = { label };
  const first = references[0];
  const block = first && topOf(first, parents);
  const parent = block && parents.get(block);
  if (!block || !parent) return;
  parent.children.splice(parent.children.indexOf(block) + 1, 0, note);
  (parents as Map<Element, Element | Root>).set(note, parent);
}

/** The element that is the note: the target itself, or what holds its mark. */
function holderOf(target: Element | undefined, parents: Parents): Element | undefined {
  let holder = target;
  while (holder && !HOLDERS.test(holder.tagName)) {
    const parent = parents.get(holder);
    holder = parent && isElement(parent) ? parent : undefined;
  }
  if (holder?.tagName !== 'p') return holder;
  // A note of several paragraphs stands in an element of its own, with the mark in the first.
  const parent = parents.get(holder);
  const isFirst = parent && isElement(parent) && (parent.children as Nodes[]).find(isElement) === holder;
  return isFirst && /^(aside|dd|div|li)$/.test(parent.tagName) && linksIn(parent).length === 1
    ? parent
    : holder;
}

const linksIn = (subject: Element): Element[] => {
  const links: Element[] = [];
  eachElement(subject, (child) => {
    if (child.tagName === 'a' && attribute(child, 'href').startsWith('#')) links.push(child);
    return undefined;
  });
  return links;
};

const saysReference = (link: Element): boolean =>
  REFERENCE.test(`${attribute(link, 'epub:type')} ${attribute(link, 'role')}`);

/** Whether a link looks like a mark and the note leads back to it, or to what holds it. */
function isAnswered(
  link: Element,
  holder: Element,
  byId: ReadonlyMap<string, Element>,
  parents: Parents,
): boolean {
  if (!MARK.test(textOf(link))) return false;
  return linksIn(holder).some((back) => {
    const source = byId.get(attribute(back, 'href').slice(1));
    return source !== undefined && (source === link || isNear(source, link, parents));
  });
}

/** Whether one of two elements holds the other within the same line. */
function isNear(source: Element, link: Element, parents: Parents): boolean {
  return topOf(source, parents) === topOf(link, parents);
}

/** The block that an inline element stands in: the nearest element that may hold a note after it. */
function topOf(subject: Element, parents: Parents): Element {
  let top = subject;
  for (let parent = parents.get(top); parent && isElement(parent); parent = parents.get(top)) {
    if (BETWEEN.test(parent.tagName)) break;
    top = parent;
  }
  return top;
}

const BETWEEN = /^(article|blockquote|body|div|html|main|section)$/;

const isWithin = (subject: Element, holder: Element, parents: Parents): boolean => {
  for (let at: Element | Root | undefined = subject; at && isElement(at); at = parents.get(at)) {
    if (at === holder) return true;
  }
  return false;
};

/** Takes an element out; one that leaves nothing but a number or an arrow in a `sup` takes that along. */
function replace(subject: Element, by: ElementContent[], parents: Parents): void {
  const parent = parents.get(subject);
  if (!parent) return;
  if (isElement(parent) && parent.tagName === 'sup' && childElements(parent).length === 1) {
    const rest = parent.children.filter(
      (child) => child !== subject && textOf(child).replace(/[[\]()]/g, '') !== '',
    );
    if (rest.length === 0) {
      replace(parent, by, parents);
      return;
    }
  }
  const at = parent.children.indexOf(subject);
  if (at >= 0) parent.children.splice(at, 1, ...(by as never[]));
}

const detach = (subject: Element, parents: Parents): void => {
  replace(subject, [], parents);
};

/** The links of a note back to its references, and the mark that it begins with. */
function dropBackLinks(holder: Element, references: readonly Element[], parents: Parents): void {
  const ids = new Set(references.flatMap((link) => idsRound(link, parents)));
  for (const back of linksIn(holder)) {
    const isBack = ids.has(attribute(back, 'href').slice(1)) || attribute(back, 'role').includes('backlink');
    if (isBack && (MARK.test(textOf(back)) || !/[\p{L}\p{N}]/u.test(textOf(back))))
      replace(back, [], parents);
  }
}

function idsRound(link: Element, parents: Parents): string[] {
  const ids: string[] = [];
  const top = topOf(link, parents);
  for (
    let at: Element | Root | undefined = link;
    at && isElement(at);
    at = at === top ? undefined : parents.get(at)
  ) {
    ids.push(idOf(at), ...childElements(at).map(idOf), attribute(at, 'name'));
  }
  return ids.filter((id) => id !== '');
}
