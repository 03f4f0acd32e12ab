/** The first look at a tree: its definitions, headings and ids, in one walk. */
import type { FootnoteDefinition, Heading as MdastHeading, Nodes, Root } from 'mdast';
import { toString } from 'mdast-util-to-string';
import type {} from 'mdast-util-directive';
import { slug } from '../text/slug.js';
import { plainTitle } from '../text/titles.js';
import type { Page, Source } from './context.js';
import { isNumbered } from './numbered.js';
import { pageLabel } from './nodes/page-break.js';

/** What an author may use as an id: a name in XML without a colon, in ASCII, and none of a sentence in Kobo's markup. */
export const ID = /^(?!kobo\.\d+\.\d+$)[A-Za-z_][\w.-]*$/;

const HTML_ID = /\s(?:id|name)\s*=\s*["']?([A-Za-z_][\w.-]*)/g;

/**
 * Enters a tree's definitions into `source` and its ids into `page`; returns its headings in order, without
 * those within notes, which have no place in the outline.
 */
export function scan(tree: Root, source: Source, page: Page | undefined, citing = page): MdastHeading[] {
  const headings: MdastHeading[] = [];
  const notes: FootnoteDefinition[] = [];
  walk(tree, (node) => {
    if (node.type === 'heading') headings.push(node);
    else if (node.type === 'footnoteDefinition') notes.push(node);
    else if (node.type === 'definition') setFirst(source.definitions, node.identifier.toUpperCase(), node);
    else if (node.type === 'citation') citing?.cited.push(node);
    else if (page) enter(node, page);
    return node.type !== 'footnoteDefinition';
  });
  for (const note of notes) {
    setFirst(source.footnotes, note.identifier.toUpperCase(), note);
    setFirst(source.fileFootnotes, note.identifier.toUpperCase(), note);
    source.everyFootnote.push(note);
    // A note is printed on another page, where the author's ids may stand already.
    scan({ type: 'root', children: note.children }, source, undefined, citing);
  }
  return headings;
}

/** Visits every node but text in document order; goes into those for which `visit` is true. */
export function walk(tree: Nodes, visit: (node: Nodes) => boolean): void {
  const open: Nodes[] = [tree];
  for (let node = open.pop(); node; node = open.pop()) {
    if (!visit(node) || !('children' in node)) continue;
    for (let index = node.children.length - 1; index >= 0; index -= 1) {
      const child = node.children[index];
      if (child && child.type !== 'text') open.push(child);
    }
  }
}

function enter(node: Nodes, page: Page): void {
  switch (node.type) {
    case 'html':
      for (const [, id] of node.value.matchAll(HTML_ID))
        if (id !== undefined && ID.test(id)) reserve(id, page);
      break;
    case 'containerDirective':
    case 'leafDirective':
    case 'textDirective': {
      if (node.name === 'refs') page.listsSources = true;
      const label = node.name === 'page' ? pageLabel(node) : undefined;
      // A page break without a number stays as typed.
      const wanted = label === undefined ? node.attributes?.id : label && `page-${slug(label)}`;
      if (wanted && ID.test(wanted)) claim(node, wanted, page);
      break;
    }
    case 'image':
    case 'imageReference':
    case 'paragraph': {
      const wanted = node.data?.attributes?.['id'];
      if (wanted !== undefined && ID.test(wanted)) claim(node, wanted, page);
      break;
    }
    case 'definitionTerm':
      if (page.section.kind.kind === 'glossary') claim(node, idSlug(toString(node)), page);
      break;
    default:
  }
}

function setFirst<V>(map: Map<string, V>, key: string, value: V): void {
  if (!map.has(key)) map.set(key, value);
}

function reserve(id: string, page: Page): void {
  if (page.uniqueId(id) !== id) return;
  page.reserved.add(id);
  page.targets.set(id, id);
}

function claim(node: Nodes, wanted: string, page: Page): void {
  const id = page.uniqueId(wanted);
  page.ids.set(node, id);
  page.targets.set(id, id);
  if (isNumbered(node, wanted)) page.labelled.push([node, wanted]);
}

/**
 * Gives headings their ids and levels. A level is one below the nearest heading that is above it in the
 * manuscript, so that none is skipped: https://www.w3.org/WAI/tutorials/page-structure/headings/
 */
export function outline(headings: readonly MdastHeading[], page: Page): void {
  const above: number[] = [];
  for (const heading of headings) {
    while ((above.at(-1) ?? 0) >= heading.depth) above.pop();
    above.push(heading.depth);
    const level = Math.min(above.length + (page.title ? 1 : 0), 6);
    const title = plainTitle(heading);
    const id = headingId(heading.data?.attributes?.['id'] ?? title, page);
    if (heading.data?.attributes) page.ids.set(heading, id);
    page.headings.set(heading, { id, text: title, level });
  }
}

/** A heading's id, also entered under the name that GitHub gives the second of two: `the-end-1`. */
export function headingId(title: string, page: Page): string {
  const wanted = idSlug(title);
  const id = page.uniqueId(wanted);
  page.targets.set(id, id);
  const number = /-(\d+)$/.exec(id.slice(wanted.length))?.[1];
  if (number !== undefined) setFirst(page.targets, `${wanted}-${String(Number(number) - 1)}`, id);
  for (const name of anchorsOf(title)) {
    // The second of a name has a number from 1: `the-end-1`.
    let count = page.anchors.get(name) ?? 0;
    const own = (): string => (count === 0 ? name : `${name}-${String(count)}`);
    while (page.targets.has(own()) && page.targets.get(own()) !== id) count += 1;
    page.targets.set(own(), id);
    page.anchors.set(name, count);
  }
  return id;
}

/**
 * What other tools call a heading, in links of manuscripts that were written for them: GitHub, VS Code, mdBook and
 * pandoc's `gfm`; then GitLab, with one hyphen where there are several; then pandoc, from the first letter on.
 *
 * @see https://github.com/Flet/github-slugger
 * @see https://pandoc.org/MANUAL.html#extension-auto_identifiers
 */
function anchorsOf(title: string): Set<string> {
  const lower = title.toLowerCase();
  const github = lower.replaceAll(/[^\p{L}\p{M}\p{N}\p{Pc}\- ]/gu, '').replaceAll(' ', '-');
  const pandoc = lower
    .replaceAll(/[^\p{L}\p{M}\p{N}_.\- ]/gu, '')
    .replaceAll(/\s+/gu, '-')
    .replace(/^[^\p{L}]+/u, '');
  return new Set([github, github.replaceAll(/-{2,}/g, '-'), pandoc].filter((name) => name !== ''));
}

/** A slug that may stand as an id: one that begins with a digit gets a letter before it. */
function idSlug(title: string): string {
  const name = slug(title);
  return ID.test(name) ? name : `s-${name}`;
}
