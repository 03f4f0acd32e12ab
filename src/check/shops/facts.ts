/** An EPUB → the facts that the shops' rules look at; what cannot be read is left to the validator. */
import { SaxesParser, type SaxesTagPlain } from 'saxes';
import { openBook, type OpenedBook, type Resource } from '../../epub/publication.js';
import { localName } from '../../epub/xml.js';
import { measure } from '../../text/sniff.js';
import type { BookFacts, DocumentFacts, ElementFacts, ImageFacts, StyleFacts } from './types.js';
import { declarationsOf } from './styles.js';

const XHTML = 'application/xhtml+xml';
const CSS = 'text/css';
/** Elements below this many others are passed over: no book is so deep, and each keeps the names of all above it. */
const DEEPEST = 200;

/** @throws Error in an author's words where the book has no package document that can be read. */
export function factsOf(bytes: Uint8Array): BookFacts {
  const book = openBook(bytes);
  const { publication, archive } = book;
  const { resources } = publication;
  const read = resources
    .filter(({ mediaType }) => mediaType === XHTML)
    .map((resource) => readDocument(book, resource));
  const sheets = resources.filter(({ mediaType }) => mediaType === CSS);
  const images = resources
    .filter(({ mediaType }) => mediaType.startsWith('image/'))
    .map((image) => imageOf(book, image));
  const cover = images.find(({ path }) => path === publication.cover?.path);
  return {
    size: bytes.length,
    publication,
    names: archive.names,
    documents: read.map(({ document }) => document),
    styles: [
      ...sheets.flatMap(({ path }) => declarationsOf(textOf(book, path), { file: path })),
      ...read.flatMap(({ styles }) => styles),
    ],
    images,
    ...(cover ? { cover } : {}),
  };
}

/** The text of a file; empty where it is missing or damaged. */
function textOf({ archive }: OpenedBook, path: string): string {
  try {
    return archive.text(path) ?? '';
  } catch {
    return '';
  }
}

interface Open extends ElementFacts {
  length: number;
}

function readDocument(
  book: OpenedBook,
  { path }: Resource,
): { document: DocumentFacts; styles: StyleFacts[] } {
  const xhtml = textOf(book, path);
  const elements: Open[] = [];
  const styles: StyleFacts[] = [];
  const open: Open[] = [];
  let sheet = '';
  let depth = 0;
  const parser = new SaxesParser();
  parser.on('opentag', ({ name, attributes }: SaxesTagPlain) => {
    depth += 1;
    if (depth > DEEPEST) return;
    const place = { line: parser.line, column: parser.column };
    const within = open.map((element) => element.name);
    const element = { name: localName(name), attributes, place, within, length: 0 };
    elements.push(element);
    open.push(element);
    const { style } = attributes;
    if (style !== undefined) styles.push(...declarationsOf(style, { file: path, place, isAttribute: true }));
  });
  parser.on('text', (text) => {
    if (open.at(-1)?.name === 'style') sheet += text;
    else {
      const { length } = text.replaceAll(/\s/gu, '');
      if (length > 0) for (const element of open) element.length += length;
    }
  });
  parser.on('closetag', ({ name }: SaxesTagPlain) => {
    depth -= 1;
    if (depth >= DEEPEST) return;
    const closed = open.pop();
    if (localName(name) !== 'style') return;
    styles.push(...declarationsOf(sheet, { file: path, place: closed?.place }));
    sheet = '';
  });
  // What is not well-formed is the validator's: the facts end there.
  parser.on('error', () => undefined);
  parser.write(xhtml).close();
  const length = elements.find(({ name }) => name === 'body')?.length ?? 0;
  return { document: { file: path, size: Buffer.byteLength(xhtml), elements, length }, styles };
}

/** Colour types with an alpha channel: https://www.w3.org/TR/png/#11IHDR */
const PNG_ALPHA = new Set([4, 6]);
const PNG_COLOUR_TYPE = 25;

function imageOf({ archive }: OpenedBook, { path, mediaType, properties }: Resource): ImageFacts {
  const facts = { path, mediaType, properties, size: archive.entry(path)?.size ?? 0, isTransparent: false };
  try {
    const bytes = archive.bytes(path) ?? new Uint8Array();
    const measured = measure(bytes);
    if (!measured) return facts;
    const { width, height } = measured;
    const isTransparent = measured.extension === 'png' && PNG_ALPHA.has(bytes[PNG_COLOUR_TYPE] ?? 0);
    return { ...facts, width, height, isTransparent };
  } catch {
    return facts;
  }
}
