/** The documents of a book's spine as one tree, a section each: links between them lead within it. */
import type { Element, Root } from 'hast';
import type { Archive } from '../../epub/archive.js';
import { resolvePath, type Publication } from '../../epub/publication.js';
import type { Message } from '../../types.js';
import { error, warning } from '../../diagnostics.js';
import { decodeMarkup } from '../encoding.js';
import {
  attribute,
  bodyOf,
  childElements,
  contentOf,
  eachElement,
  element,
  idOf,
} from '../markup/elements.js';
import { fullBudget, type Budget } from '../markup/html.js';
import { parseXhtml } from '../markup/xhtml.js';
import { sheetsOf } from '../markup/styles.js';

/** A document of the spine in the tree. */
export interface Chapter {
  section: Element;
  path: string;
  /** `epub:type` of its body and of the elements right in it, in words. */
  types: readonly string[];
  isNav: boolean;
}

export interface Spine {
  root: Root;
  chapters: Chapter[];
  sheets: string[];
  messages: Message[];
}

const MARKUP = /xhtml|html|xml/;

/**
 * The most bytes that a page, and all pages of a book, may have unpacked: *War and Peace* has four million. A manuscript
 * holds 16 MiB, and each of these takes 35 of memory.
 */
const MOST_PAGE_BYTES = 16 * 1024 * 1024;
const MOST_BYTES = 24 * 1024 * 1024;

const tooLarge = (size: number, path: string): Message => {
  const megabytes = String(Math.round(size / 1e6));
  const reason =
    size > MOST_PAGE_BYTES
      ? `This page is too large: ${megabytes} MB unpacked`
      : `The pages before this one fill what a book may have: ${megabytes} MB more are too much`;
  return error('import:too-large', reason, {
    path,
    hint: 'It was left out: a page may have 16 MiB, and all pages of a book 24. Split the book into several.',
  });
};

/** Reads the spine; a document that cannot be read becomes a message and is left out. */
export function readSpine(publication: Publication, archive: Archive, path: string): Spine {
  const spine: Spine = { root: { type: 'root', children: [] }, chapters: [], sheets: [], messages: [] };
  const sheets = new Map<string, string>();
  const documents = new Set(publication.spine.map((resource) => resource.path));
  const read = new Set<string>();
  let left = MOST_BYTES;
  const budget = fullBudget();
  publication.spine.forEach((resource) => {
    // Each page once, however often a spine names it.
    if (!MARKUP.test(resource.mediaType) || read.has(resource.path)) return;
    read.add(resource.path);
    const size = archive.entry(resource.path)?.size ?? 0;
    if (size > Math.min(MOST_PAGE_BYTES, left)) {
      spine.messages.push(tooLarge(size, `${path}/${resource.path}`));
      return;
    }
    left -= size;
    const document = parsed(archive, resource.path, { path: `${path}/${resource.path}`, budget });
    spine.messages.push(...document.messages);
    if (!document.root) return;
    for (const sheet of sheetsOf(document.root)) sheets.set(sheet, sheet);
    for (const href of linkedSheets(document.root)) {
      const found = resolvePath(href, resource.path).path;
      if (!sheets.has(found)) sheets.set(found, textIn(archive, found));
    }
    const body = bodyOf(document.root);
    localise(body, resource.path, documents);
    const section = element('section', contentOf(body.children), body);
    section.properties = { id: idFor(resource.path, '') };
    // Lines of one document after those of another say nothing: a block's place is its order.
    eachElement(section, (it) => {
      delete it.position;
      return undefined;
    });
    delete section.position;
    spine.root.children.push(section);
    spine.chapters.push({
      section,
      path: resource.path,
      types: typesOf(body),
      isNav: resource.properties.includes('nav'),
    });
  });
  spine.sheets = [...sheets.values()];
  return spine;
}

function parsed(
  archive: Archive,
  name: string,
  { path, budget }: { path: string; budget: Budget },
): { root?: Root; messages: Message[] } {
  try {
    const bytes = archive.bytes(name);
    if (!bytes) throw new Error(`The book lacks its file \`${name}\``);
    const { value, messages } = parseXhtml(decodeMarkup(bytes), path, budget);
    return value ? { root: value, messages } : { messages };
  } catch (cause) {
    const hint = 'It was left out: the book is damaged. Download or copy it again.';
    return {
      messages: [
        warning('import:damaged', `Could not read this page: ${(cause as Error).message}`, { path, hint }),
      ],
    };
  }
}

function textIn(archive: Archive, name: string): string {
  try {
    return archive.text(name) ?? '';
  } catch {
    // A book without its style sheet is still a book.
    return '';
  }
}

function linkedSheets(root: Root): string[] {
  const hrefs: string[] = [];
  eachElement(root, (it) => {
    if (it.tagName === 'link' && /stylesheet/i.test(attribute(it, 'rel'))) hrefs.push(attribute(it, 'href'));
    return it.tagName !== 'body';
  });
  return hrefs;
}

/** An id that no other document has: where a place in a file is in the tree. */
const idFor = (path: string, id: string): string => `${path}#${id}`;

/** Addresses and ids within the book as those of the one tree; pictures by their paths in the archive. */
function localise(body: Element | Root, path: string, documents: ReadonlySet<string>): void {
  eachElement(body, (it) => {
    const id = idOf(it) || (it.tagName === 'a' ? attribute(it, 'name') : '');
    if (id !== '') it.properties.id = idFor(path, id);
    if (it.tagName === 'a') {
      const href = attribute(it, 'href');
      const target = href === '' ? undefined : resolvePath(href, path);
      if (target && documents.has(target.path))
        it.properties.href = `#${idFor(target.path, target.fragment)}`;
    }
    if (it.tagName === 'img' || it.tagName === 'image') {
      const source = attribute(it, 'src') || attribute(it, 'xLinkHref') || attribute(it, 'href');
      if (source !== '' && !/^(data|https?):/i.test(source))
        it.properties.src = resolvePath(source, path).path || source;
    }
    return undefined;
  });
}

const typesOf = (body: Element | Root): string[] => {
  const words = (it: Element): string[] => attribute(it, 'epub:type').split(/\s+/);
  const first = childElements(body);
  return [...('tagName' in body ? words(body) : []), ...first.slice(0, 1).flatMap(words)].filter(
    (word) => word !== '',
  );
};
