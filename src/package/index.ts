/** Content documents and assets → a package: manifest, spine, navigation, metadata. */
import type { Asset, Book, Composed, ContentDocument, ManifestItem, Package } from '../types.js';
import { accessibilityMeta } from './accessibility.js';
import { metadataOf } from './metadata.js';
import { directionOf } from '../locales/direction.js';
import { guideOf, landmarksOf, navItems } from './navigation.js';
import { pageTargets } from './pages.js';

/** Where epub-gen-memory writes the navigation, the NCX and the main style sheet. */
const NAV_HREF = 'toc.xhtml';
const NCX_HREF = 'toc.ncx';
export const STYLE_HREF = 'style.css';

/** What a theme brings: its style sheets, the first of which is the main one, and its fonts. */
export interface Dress {
  styles: { href: string; css: string }[];
  fonts?: readonly Asset[];
  /** Names of the typefaces, for the colophon. */
  typefaces?: readonly string[];
}

/**
 * Everything that is in the ebook, decided. The contents page, where there is one, is the navigation document.
 * `origin` is recorded in the metadata, names and values.
 */
export function packageBook(
  book: Book,
  composed: Composed,
  dress: Dress,
  origin: readonly (readonly [name: string, value: string])[] = [],
): Package {
  const { metadata, locale } = book;
  const { fonts = [] } = dress;
  const documents = composed.documents.map((document) =>
    document.kind.kind === 'contents' ? tableOf(document) : credited(document, dress, locale),
  );
  const coverHref = documents.find((document) => document.kind.kind === 'cover')?.data.image;
  const assets = composed.assets.map((asset, index) => ({ asset, id: `asset-${String(index + 1)}` }));
  const coverId = assets.find(({ asset }) => asset.href === coverHref)?.id;
  const nav = navItems(documents, book.tocDepth);
  const landmarks = landmarksOf(documents, locale.terms);
  const pages = pageTargets(documents);
  const texts = documents.filter((document) => document.href !== NAV_HREF);
  const manifest: ManifestItem[] = [
    { id: 'nav', href: NAV_HREF, mediaType: 'application/xhtml+xml', properties: 'nav' },
    { id: 'ncx', href: NCX_HREF, mediaType: 'application/x-dtbncx+xml' },
    ...texts.map(documentItem),
    ...dress.styles.map(({ href }, index) => ({
      id: `style-${String(index + 1)}`,
      href,
      mediaType: 'text/css',
    })),
    ...fonts.map(({ href, mediaType }, index) => ({ id: `font-${String(index + 1)}`, href, mediaType })),
    ...assets.map(({ asset, id }) => ({
      id,
      href: asset.href,
      mediaType: asset.mediaType,
      ...(id === coverId ? { properties: 'cover-image' } : {}),
    })),
  ];
  return {
    slug: metadata.slug,
    title: metadata.title,
    language: metadata.language,
    direction: directionOf(metadata.language),
    identifier: metadata.identifier,
    modified: metadata.modified,
    metadata: [
      ...metadataOf(book, coverId, { pages: pages.length > 0, origin }),
      ...(fonts.length > 0 ? [SPECIFIED_FONTS] : []),
      ...accessibilityMeta(documents, composed.assets, { toc: nav.length > 0 }),
    ],
    manifest,
    // Without a contents page the navigation stays out of the spine: EPUBCheck's OPF-096 would ask for a link to it.
    spine: documents.map((document) => ({
      idref: document.href === NAV_HREF ? 'nav' : itemId(document),
      linear: true,
    })),
    // EPUB 3 asks for one entry at least: a book of one untitled text lists its beginning.
    nav:
      nav.length > 0
        ? nav
        : texts.slice(-1).map(({ href }) => ({ title: metadata.title, href, children: [] })),
    contents:
      documents.find(({ kind }) => kind.kind === 'contents')?.title ?? locale.terms['contents'] ?? 'Contents',
    landmarks,
    pages,
    guide: guideOf(documents, landmarks),
    documents,
    assets: [...fonts, ...composed.assets],
    leftOut: composed.leftOut,
    styles: dress.styles,
    terms: locale.terms,
  };
}

/** The page of contents, which is the navigation document: of its own it has the title alone, and no printed pages. */
const tableOf = (document: ContentDocument): ContentDocument => ({
  ...document,
  href: NAV_HREF,
  pages: [],
});

/** Apple Books shows a book's own fonts where it says that they matter; `package.ejs` declares the prefix. */
const SPECIFIED_FONTS = { name: 'meta', value: 'true', attributes: { property: 'ibooks:specified-fonts' } };

/** The colophon names the typefaces. */
function credited(
  document: ContentDocument,
  { typefaces = [] }: Dress,
  { terms }: Book['locale'],
): ContentDocument {
  const line = terms['setIn']?.replace('{typefaces}', typefaces.join(', '));
  if (document.kind.kind !== 'colophon' || typefaces.length === 0 || line === undefined) return document;
  return { ...document, data: { ...document.data, typefaces: line } };
}

/** Ids may not begin with a digit (XML 1.0, production 5). */
const itemId = (document: ContentDocument): string => `doc-${document.id}`;

const documentItem = (document: ContentDocument): ManifestItem => ({
  id: itemId(document),
  href: document.href,
  mediaType: 'application/xhtml+xml',
  ...(document.properties.length > 0 ? { properties: document.properties.join(' ') } : {}),
});
