/** What programs that download stories as EPUBs put into them: FanFicFare's notes, FicHub's introduction. */
import type { Element } from 'hast';
import { isGift } from '../classify/dedications.js';
import { ffnFacts } from '../classify/labels.js';
import type { Part } from '../markup/blocks.js';
import { attribute, childElements, element, findElement, fits, textOf } from '../markup/elements.js';
import type { Facts } from '../types.js';

/** FanFicFare: `div.fff_chapter_notes` with a label in bold and a quotation. */
const NOTES = '.fff_chapter_notes';
const AT_END = /\bend\b/i;
const FICHUB = /fichub\.net/i;

/** Marks the notes of a chapter of FanFicFare's: their labels go, and one that is for somebody is a dedication. */
export function markNotes(section: Element, parts: Map<Element, Part>, opened: Set<Element>): void {
  let isAfter = false;
  for (const it of allChildren(section)) {
    if (fits(it, '.userstuff') && !findElement(it, (child) => fits(child, NOTES))) isAfter = true;
    if (!fits(it, NOTES)) continue;
    const children = childElements(it);
    const label = children.find(({ tagName }) => /^(?:b|strong|h\d|p)$/.test(tagName));
    const text = label ? textOf(label) : '';
    if (label) {
      const line = element('p', [label], label);
      it.children[it.children.indexOf(label)] = line;
      parts.set(line, 'furniture');
    }
    const part = isAfter || AT_END.test(text) ? 'note-after' : 'note-before';
    parts.set(it, part);
    for (const quotation of children.filter(({ tagName }) => tagName === 'blockquote')) {
      parts.set(quotation, part === 'note-before' && isGift(textOf(quotation)) ? 'dedication' : part);
      opened.add(quotation);
    }
  }
}

/** The elements of a chapter that its notes may stand among: those right in it, and in what holds it all. */
const allChildren = (section: Element): Element[] =>
  childElements(section).flatMap((it) =>
    findElement(it, (child) => fits(child, NOTES)) ? [it, ...allChildren(it)] : [it],
  );

/** Marks FicHub's first page, which is no chapter: its summary, and the facts that it gives; nothing where it is none. */
export function introduction(section: Element, parts: Map<Element, Part>): Facts | undefined {
  if (textOf(section).length > 8000 || !FICHUB.test(textOf(section))) return undefined;
  parts.set(section, 'furniture');
  const facts: Facts = {};
  for (const it of childElements(section)) {
    const found = ffnFacts({ line: 1, text: textOf(it).replace(/^(?=Fiction \S)/, 'Rated: '), gap: 1 });
    const source = findElement(it, ({ tagName }) => tagName === 'a');
    if (it.tagName === 'div' && textOf(it) !== '') parts.set(it, 'summary');
    else if (found) {
      parts.set(it, 'metadata');
      facts.tags = found;
    } else if (source && /^original source/i.test(textOf(it))) facts.source = attribute(source, 'href');
  }
  return facts;
}
