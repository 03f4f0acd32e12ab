/** What the parts of a book are: its title page and contents are boilerplate, and the contents name its chapters. */
import type { Element } from 'hast';
import type { NavPoint, Publication } from '../../epub/publication.js';
import { own } from '../../text/own.js';
import type { Part } from '../markup/blocks.js';
import {
  childElements,
  classesOf,
  eachElement,
  element,
  findElement,
  isBlank,
  textOf,
} from '../markup/elements.js';
import { isHeading } from '../markup/flow.js';
import type { Outline } from '../markup/page.js';
import type { Facts } from '../types.js';
import { introduction, markNotes } from './downloads.js';
import type { Chapter, Spine } from './spine.js';

/** Pages that the next book makes anew, and pages with a place in the front matter, by `epub:type`. */
const PARTS: Readonly<Record<string, Part>> = {
  colophon: 'furniture',
  'copyright-page': 'furniture',
  cover: 'furniture',
  dedication: 'dedication',
  halftitlepage: 'furniture',
  imprint: 'furniture',
  index: 'furniture',
  landmarks: 'furniture',
  loi: 'furniture',
  'page-list': 'furniture',
  titlepage: 'furniture',
  toc: 'furniture',
};
const NOTES = /^(end|foot|rear)notes$/;
/** The same by file name, for books without types: calibre's and the shops'. */
const FILES =
  /^(cover|titlepage|title[-_]?page|toc|nav|contents|copyright|imprint|colophon|half[-_]?title)(page)?\.\w+$/i;
const BYLINE = /^(byline|author)$/i;
/** A page of contents holds links and little else. */
const LINKED = 0.7;
/** More text than any page of a title or an imprint has, in characters. */
const PAGE = 4000;

/** What the elements of a book are. Headings that its contents name become the chapters'; others are made of it. */
export function outlineBook({ chapters }: Spine, publication: Publication): Outline & { facts: Facts } {
  const parts = new Map<Element, Part>();
  const opened = new Set<Element>();
  const facts: Facts = {};
  const points = new Map<string, { point: NavPoint; isPart: boolean }>();
  for (const point of publication.toc) collect(point, points);
  for (const chapter of chapters) {
    const told = introduction(chapter.section, parts);
    Object.assign(facts, told);
    if (told) continue;
    markNotes(chapter.section, parts, opened);
    const part = partOf(chapter);
    if (part) {
      parts.set(chapter.section, part);
      continue;
    }
    const found = points.get(chapter.path);
    if (found) name(chapter.section, found.point.title, found.isPart ? 'part' : 'chapter', parts);
    const byline = findElement(chapter.section, (it) => classesOf(it).some((word) => BYLINE.test(word)));
    if (byline) parts.set(byline, 'author');
  }
  return { parts, opened, otherwise: 'story', facts };
}

/** The first entry for each document: an entry that leads further into it names a section there. */
function collect(point: NavPoint, points: Map<string, { point: NavPoint; isPart: boolean }>): void {
  const isPart = point.children.some(({ path }) => path !== point.path);
  if (point.path !== '' && !points.has(point.path)) points.set(point.path, { point, isPart });
  for (const child of point.children) collect(child, points);
}

function partOf({ section, path, types, isNav }: Chapter): Part | undefined {
  if (isNav) return 'furniture';
  const typed = types.map((type) => own(PARTS, type)).find((part) => part !== undefined);
  if (typed) return typed;
  const text = textOf(section);
  // Its notes stand where they are referred to; any that nothing refers to keeps the page.
  if (types.some((type) => NOTES.test(type)) && !/\n|.{40}/.test(text)) return 'furniture';
  const file = path.slice(path.lastIndexOf('/') + 1);
  return text.length < PAGE && (FILES.test(file) || linked(section) > LINKED * text.length) && text !== ''
    ? 'furniture'
    : undefined;
}

function linked(section: Element): number {
  let length = 0;
  let links = 0;
  eachElement(section, (it) => {
    if (it.tagName !== 'a') return undefined;
    links += 1;
    length += textOf(it).length;
    return false;
  });
  return links > 2 ? length : 0;
}

/** Gives a document's first heading its part; without one, its first line if that is the title, else a new heading. */
function name(section: Element, title: string, part: Part, parts: Map<Element, Part>): void {
  const first = firstLine(section);
  const same = first !== undefined && plain(textOf(first)) === plain(title);
  if (first && (isHeading(first) || same)) {
    parts.set(first, part);
    return;
  }
  if (title === '' || isBlank(section)) return;
  const heading = element('h1', [{ type: 'text', value: title }]);
  parts.set(heading, part);
  section.children.unshift(heading);
}

function firstLine(parent: Element): Element | undefined {
  for (const child of childElements(parent)) {
    if (isBlank(child) || child.tagName === 'img' || child.tagName === 'svg') continue;
    return /^(article|body|div|header|hgroup|main|section)$/.test(child.tagName) ? firstLine(child) : child;
  }
  return undefined;
}

const plain = (text: string): string =>
  text
    .replaceAll(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
    .toLowerCase();
