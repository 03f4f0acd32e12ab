/** What an EPUB says of itself: its package document, anybody's, EPUB 2 or 3. https://www.w3.org/TR/epub-33/#sec-package-doc */
import { openArchive, type Archive, type ArchiveOptions } from './archive.js';
import { readMetadata, type PublicationMetadata } from './metadata.js';
import { readNavigation, type NavPoint } from './navigation.js';
import { descendantsOf, elementsOf, parseXml } from './xml.js';
import { decodedUrl } from '../text/url.js';

export type { NavPoint } from './navigation.js';
export type { PublicationMetadata } from './metadata.js';

export interface Resource {
  id: string;
  /** Path within the archive. */
  path: string;
  mediaType: string;
  properties: readonly string[];
}

export interface Publication {
  /** Path of the package document. */
  rootfile: string;
  /** `3.0`, `2.0`. */
  version: string;
  metadata: PublicationMetadata;
  /** The manifest, in its order. */
  resources: readonly Resource[];
  /** Content documents in reading order. */
  spine: readonly (Resource & { linear: boolean })[];
  /** `page-progression-direction`, where it is given. */
  direction?: string;
  cover?: Resource;
  /** The table of contents: of the navigation document, else of the NCX. */
  toc: readonly NavPoint[];
  /** Paths in the archive that the book says are encrypted, with the algorithm's URI. */
  encrypted: ReadonlyMap<string, string>;
}

const CONTAINER = 'META-INF/container.xml';
const ENCRYPTION = 'META-INF/encryption.xml';
const BASE = 'https://book.invalid/';

/** A book opened: what it says of itself, and its files. */
export interface OpenedBook {
  publication: Publication;
  archive: Archive;
}

/**
 * Opens an EPUB and reads its package document and table of contents. Look with `archiveProblem` first.
 *
 * @throws Error in an author's words where the book cannot be read.
 */
export function openBook(bytes: Uint8Array, options: ArchiveOptions = {}): OpenedBook {
  const archive = openArchive(bytes, options);
  return { publication: readPublication(archive), archive };
}

function readPublication(archive: Archive): Publication {
  const rootfile = descendantsOf(parsed(archive, CONTAINER), 'rootfile')[0]?.attributes['full-path'] ?? '';
  const root = parsed(archive, rootfile);
  const [metadata, manifest, spine] = ['metadata', 'manifest', 'spine'].map(
    (name) => elementsOf(root, name)[0],
  );
  const resources = (manifest ? elementsOf(manifest, 'item') : []).map(({ attributes }): Resource => ({
    id: attributes['id'] ?? '',
    path: resolvePath(attributes['href'] ?? '', rootfile).path,
    mediaType: attributes['media-type'] ?? '',
    properties: words(attributes['properties']),
  }));
  const byId = new Map(resources.map((resource) => [resource.id, resource]));
  const itemrefs = spine ? elementsOf(spine, 'itemref') : [];
  const read = readMetadata(metadata, root.attributes['unique-identifier']);
  const cover =
    resources.find(({ properties }) => properties.includes('cover-image')) ??
    (read.coverId === undefined ? undefined : byId.get(read.coverId));
  const direction = spine?.attributes['page-progression-direction'];
  return {
    rootfile,
    version: root.attributes['version'] ?? '',
    metadata: read.metadata,
    resources,
    spine: itemrefs.flatMap(({ attributes }) => {
      const resource = byId.get(attributes['idref'] ?? '');
      return resource ? [{ ...resource, linear: attributes['linear'] !== 'no' }] : [];
    }),
    ...(direction === undefined ? {} : { direction }),
    ...(cover ? { cover } : {}),
    toc: tableOfContents(archive, resources, byId.get(spine?.attributes['toc'] ?? '')),
    encrypted: archive.entry(ENCRYPTION) ? encryptedFiles(archive) : new Map<string, string>(),
  };
}

/** A book whose contents page is damaged is still a book. */
function tableOfContents(
  archive: Archive,
  resources: readonly Resource[],
  ncx: Resource | undefined,
): NavPoint[] {
  const nav = resources.find(({ properties }) => properties.includes('nav'));
  for (const resource of [nav, ncx]) {
    if (!resource) continue;
    try {
      const root = parsed(archive, resource.path);
      const points = readNavigation(root, (href) => resolvePath(href, resource.path));
      if (points.length > 0) return points;
    } catch {
      // The other one may be whole; without either, the spine alone gives the order.
    }
  }
  return [];
}

/** https://www.w3.org/TR/epub-33/#sec-container-metainf-encryption.xml */
const encryptedFiles = (archive: Archive): Map<string, string> =>
  new Map(
    descendantsOf(parsed(archive, ENCRYPTION), 'EncryptedData').map((data) => [
      resolvePath(descendantsOf(data, 'CipherReference')[0]?.attributes['URI'] ?? '', '').path,
      descendantsOf(data, 'EncryptionMethod')[0]?.attributes['Algorithm'] ?? '',
    ]),
  );

function parsed(archive: Archive, name: string) {
  const xml = archive.text(name);
  if (xml === undefined) throw new Error(`The book lacks its file \`${name}\``);
  try {
    return parseXml(xml);
  } catch (cause) {
    throw new Error(`\`${name}\` is not well-formed XML: ${(cause as Error).message.replace(/\.$/, '')}`, {
      cause,
    });
  }
}

/** The file of the archive that an address in another one means, and its fragment without `#`. */
export function resolvePath(href: string, from: string): { path: string; fragment: string } {
  if (!URL.canParse(href, BASE + from)) return { path: '', fragment: '' };
  const url = new URL(href, BASE + from);
  if (!url.href.startsWith(BASE)) return { path: '', fragment: '' };
  return { path: decodedUrl(url.pathname.slice(1)), fragment: decodedUrl(url.hash.slice(1)) };
}

const words = (value = ''): string[] => value.split(/\s+/).filter((word) => word !== '');
