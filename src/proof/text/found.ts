/** What a finished EPUB says: the text of the documents of its spine, read as XML. */
import { SaxesParser, type SaxesTagPlain } from 'saxes';
import { openBook, resolvePath } from '../../epub/publication.js';
import { documentReader, type FoundDocument } from './document.js';

/** Reads the documents of an EPUB in the order of its spine, the navigation left out. Throws where it is none. */
export function readDocuments(bytes: Uint8Array): FoundDocument[] {
  const { publication, archive } = openBook(bytes);
  return publication.spine
    .filter(({ properties }) => !properties.includes('nav'))
    .map(({ path }) => {
      const xml = archive.text(path);
      if (xml === undefined) throw new Error(`The book lacks its file \`${path}\``);
      return readDocument(xml, path);
    });
}

/** The path that an address within the book means, with its fragment if it has one. */
const addressOf = (href: string, from: string): string => {
  const { path, fragment } = resolvePath(href, from);
  return fragment === '' ? path : `${path}#${fragment}`;
};

function readDocument(xml: string, path: string): FoundDocument {
  const reader = documentReader(path, (href) => addressOf(href, path));
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
