/** What a finished EPUB says: the text of the documents of its spine, read as XML. */
import { unzipSync } from 'fflate';
import { SaxesParser, type SaxesTagPlain } from 'saxes';
import { documentReader, type FoundDocument } from './document.js';

/** Reads the documents of an EPUB in the order of its spine, the navigation left out. Throws where it is none. */
export function readDocuments(bytes: Uint8Array): FoundDocument[] {
  const files = unzipSync(bytes, { filter: ({ name }) => MARKUP.test(name) });
  const textOf = (name: string): string => {
    const file = files[name];
    if (!file) throw new Error(`Unexpected book without \`${name}\``);
    return new TextDecoder().decode(file);
  };
  const rootfile = tagsOf(textOf(CONTAINER), 'rootfile')[0]?.['full-path'] ?? '';
  const opf = textOf(rootfile);
  const items = new Map(tagsOf(opf, 'item').map((item) => [item['id'], item]));
  return tagsOf(opf, 'itemref').flatMap(({ idref }) => {
    const item = items.get(idref);
    if (item === undefined || / nav /.test(` ${item['properties'] ?? ''} `)) return [];
    const path = resolvePath(item['href'] ?? '', rootfile);
    return [readDocument(textOf(path), path)];
  });
}

/** The container's own files and all that can be in a spine. */
const MARKUP = /\.(?:xml|opf|xhtml|html?)$/i;
const CONTAINER = 'META-INF/container.xml';
const BASE = 'https://book.invalid/';

/** The path that an address within the book means, with its fragment if it has one. */
const resolvePath = (href: string, from: string): string => {
  const { pathname, hash } = new URL(href, BASE + from);
  return decodeURIComponent(pathname.slice(1)) + hash;
};

/** The attributes of all elements of a name, whatever their prefix. */
function tagsOf(xml: string, name: string): Record<string, string>[] {
  const found: Record<string, string>[] = [];
  const parser = new SaxesParser();
  parser.on('opentag', (tag) => {
    if (tag.name.replace(/^.*:/, '') === name) found.push(tag.attributes);
  });
  parser.write(xml).close();
  return found;
}

function readDocument(xml: string, path: string): FoundDocument {
  const reader = documentReader(path, (href) => resolvePath(href, path));
  const parser = new SaxesParser();
  parser.on('opentag', (tag: SaxesTagPlain) => {
    reader.open(tag.name, tag.attributes);
  });
  parser.on('closetag', ({ name }: SaxesTagPlain) => {
    reader.close(name);
  });
  parser.on('text', (text) => {
    reader.text(text);
  });
  parser.write(xml).close();
  return reader.document;
}
