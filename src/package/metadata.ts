/** The metadata section of the package document, in order. */
import type { Book, BookMetadata, PackageMeta } from '../types.js';
import { personMeta } from './people.js';

/** Id of the element that `package@unique-identifier` names. */
const IDENTIFIER_ID = 'book-id';

const dc = (
  element: string,
  value: string | undefined,
  attributes: Record<string, string> = {},
): PackageMeta[] =>
  value === undefined || value === '' ? [] : [{ name: `dc:${element}`, value, attributes }];

const meta = (property: string, value: string, attributes: Record<string, string> = {}): PackageMeta => ({
  name: 'meta',
  value,
  attributes: { ...attributes, property },
});

/** An EPUB 2 `meta`: `name` stands first, since some Kindle tools read it by position. */
const oldMeta = (name: string, content: string): PackageMeta => ({
  name: 'meta',
  attributes: { name, content },
});

/** What the metadata must know of the book's content. */
interface Content {
  /** Whether pages of a printed edition are marked. */
  pages: boolean;
  /** What made it, for those who want to make it again. */
  origin?: readonly (readonly [name: string, value: string])[];
}

/** Every element in the order in which it is printed; nothing is printed empty. */
export function metadataOf(book: Book, coverId: string | undefined, content: Content): PackageMeta[] {
  const { metadata } = book;
  return [
    ...identifier(metadata.identifier),
    ...titles(metadata),
    ...personMeta('dc:creator', metadata.authors),
    ...personMeta('dc:contributor', metadata.contributors),
    ...dc('language', metadata.language),
    ...dc('date', metadata.date),
    ...dc('publisher', metadata.publisher),
    ...dc('description', metadata.description),
    ...metadata.subjects.flatMap((subject) => dc('subject', subject)),
    ...dc('source', metadata.source),
    ...dc('rights', metadata.rights),
    ...series(metadata.series),
    meta('dcterms:modified', metadata.modified),
    ...(metadata.version === undefined ? [] : [meta('schema:version', metadata.version)]),
    ...conformance(metadata),
    ...(content.pages ? printed(metadata.printed) : []),
    ...(coverId === undefined ? [] : [oldMeta('cover', coverId)]),
    ...(content.origin ?? []).map(([name, value]) => oldMeta(name, value)),
  ];
}

/**
 * What is claimed of the book's accessibility, and by whom; `a11y:` is a prefix that needs no declaration:
 * https://www.w3.org/TR/epub-a11y-11/#sec-conf-reporting
 */
function conformance({ conforms, exemption, 'certified-by': certifier }: BookMetadata): PackageMeta[] {
  const claim: PackageMeta[] = [];
  if (conforms !== undefined) {
    claim.push(meta('dcterms:conformsTo', conforms));
    if (certifier) claim.push(meta('a11y:certifiedBy', certifier.name, { id: 'certifier' }));
    const refines = { refines: '#certifier' };
    if (certifier?.credential) claim.push(meta('a11y:certifierCredential', certifier.credential, refines));
    if (certifier?.report) {
      const attributes = { ...refines, rel: 'a11y:certifierReport', href: certifier.report };
      claim.push({ name: 'link', attributes });
    }
  }
  return exemption === undefined ? claim : [...claim, meta('a11y:exemption', exemption)];
}

/** Codes of ISBNs by their length: https://ns.editeur.org/onix/en/5 */
const ISBN_CODES: Readonly<Record<number, string>> = { 10: '02', 13: '15' };

function identifier(value: string): PackageMeta[] {
  const code = ISBN_CODES[/^urn:isbn:(.+)$/.exec(value)?.[1]?.length ?? 0];
  return [
    ...dc('identifier', value, { id: IDENTIFIER_ID }),
    ...(code === undefined
      ? []
      : [meta('identifier-type', code, { refines: `#${IDENTIFIER_ID}`, scheme: 'onix:codelist5' })]),
  ];
}

/**
 * Which edition's pages are marked, by both properties that reading systems and Ace know; `none` where the marks
 * are the ebook's own: https://www.w3.org/publishing/a11y/page-source-id/
 */
const printed = (source: string | undefined): PackageMeta[] =>
  source === undefined
    ? [meta('pageBreakSource', 'none')]
    : [
        ...dc('source', source, { id: 'printed' }),
        meta('source-of', 'pagination', { refines: '#printed' }),
        meta('pageBreakSource', source),
      ];

function titles({ title, subtitle }: BookMetadata): PackageMeta[] {
  const main: PackageMeta[] = [
    ...dc('title', title, { id: 'title' }),
    meta('title-type', 'main', { refines: '#title' }),
  ];
  if (subtitle === undefined) return main;
  return [
    ...main,
    meta('display-seq', '1', { refines: '#title' }),
    ...dc('title', subtitle, { id: 'subtitle' }),
    meta('title-type', 'subtitle', { refines: '#subtitle' }),
    meta('display-seq', '2', { refines: '#subtitle' }),
  ];
}

function series(value: BookMetadata['series']): PackageMeta[] {
  if (!value) return [];
  const position = value.number === undefined ? [] : [String(value.number)];
  return [
    meta('belongs-to-collection', value.name, { id: 'series' }),
    meta('collection-type', 'series', { refines: '#series' }),
    ...position.map((number) => meta('group-position', number, { refines: '#series' })),
    oldMeta('calibre:series', value.name),
    ...position.map((number) => oldMeta('calibre:series_index', number)),
  ];
}
