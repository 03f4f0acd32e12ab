/**
 * Works from the Archive of Our Own: downloads as HTML and EPUB (`#preface`, `#chapters`, `#afterword`; calibre
 * numbers some classes anew), and saved pages of the site (`dl.work`, `#workskin`).
 */
import type { Element, Root } from 'hast';
import type { Part } from '../markup/blocks.js';
import { childElements, classesOf, eachElement, findElement, ownId, textOf } from '../markup/elements.js';
import type { Outline } from '../markup/page.js';

/** What is what round the text: the first row that an element fits says it of all that is in it. */
const FRAME: readonly { fits: (it: Element) => boolean; part: Part }[] = [
  { fits: isTagList, part: 'metadata' },
  { fits: (it) => it.tagName === 'h1' || (it.tagName === 'h2' && hasClass(it, 'title')), part: 'title' },
  { fits: (it) => hasClass(it, 'byline'), part: 'author' },
  { fits: (it) => it.tagName === 'h3' && hasClass(it, 'title'), part: 'chapter' },
  { fits: (it) => it.tagName === 'h2' && hasClass(it, 'heading'), part: 'chapter' },
];

/** What the words above a block of the author's say that it is. */
const LABELS: readonly { label: RegExp; part: Part }[] = [
  { label: /^summary:?$/i, part: 'summary' },
  // A chapter's own is not the book's.
  { label: /^chapter summary:?$/i, part: 'note-before' },
  { label: /^(chapter |work )?end notes:?$/i, part: 'note-after' },
  { label: /^(chapter |work )?notes:?$/i, part: 'note-before' },
];

/** Whether an element has one of the classes, with calibre's number behind it or without. */
export const hasClass = (it: Element, ...names: string[]): boolean =>
  classesOf(it).some((name) => names.includes(name.replace(/\d+$/, '')));

/** The list of what a work says of itself: `dl.tags` in a download, `dl.work` on the site. */
export function isTagList(it: Element): boolean {
  return it.tagName === 'dl' && hasClass(it, 'tags', 'work') && !hasClass(it, 'stats');
}

/** Whether a page or a book is the archive's, and which form of it. */
export function formOf(root: Root): 'download' | 'site' | undefined {
  if (!findElement(root, isTagList)) return undefined;
  if (findElement(root, (it) => ownId(it) === 'workskin')) return 'site';
  return findElement(root, (it) => ownId(it) === 'preface') ? 'download' : undefined;
}

/** What the elements of a work are. */
export function outlineWork(root: Root): Outline {
  const parts = new Map<Element, Part>();
  const opened = new Set<Element>();

  const frame = (parent: Element, isEnd = isAtEnd(parent)): void => {
    let next: Part = isEnd ? 'note-after' : 'note-before';
    for (const it of childElements(parent)) {
      const row = FRAME.find(({ fits }) => fits(it));
      const label = /^(p|h3)$/.test(it.tagName)
        ? LABELS.find((known) => known.label.test(textOf(it)))
        : undefined;
      if (it.tagName === 'blockquote') {
        parts.set(it, next);
        opened.add(it);
      } else if (row) parts.set(it, row.part);
      else if (label) next = isEnd && label.part === 'note-before' ? 'note-after' : label.part;
      else if (hasClass(it, 'userstuff')) text(it);
      else frame(it, isEnd || isAtEnd(it));
    }
  };
  // What an author writes is theirs: only the archive's own elements, right in it, are anything else.
  const text = (it: Element | Root): void => {
    if (it.type === 'element') parts.set(it, 'story');
    for (const child of childElements(it)) {
      const isFrame = hasClass(child, 'meta') || ['preface', 'afterword'].includes(ownId(child));
      if (isFrame || hasClass(child, 'toc-heading', 'landmark')) parts.set(child, 'furniture');
      if (isFrame) frame(child);
      else if (child.tagName === 'h2' && hasClass(child, 'heading')) parts.set(child, 'chapter');
      else if (/^(html|body|section|div)$/.test(child.tagName)) text(child);
    }
  };

  if (formOf(root) === 'download') {
    text(root);
    return { parts, opened, otherwise: 'story' };
  }
  eachElement(root, (it) => {
    if (isTagList(it)) parts.set(it, 'metadata');
    if (ownId(it) === 'workskin') frame(it);
    return ownId(it) !== 'workskin';
  });
  return { parts, opened, otherwise: 'furniture' };
}

const isAtEnd = (it: Element): boolean =>
  ownId(it).startsWith('endnotes') || hasClass(it, 'end', 'afterword');
