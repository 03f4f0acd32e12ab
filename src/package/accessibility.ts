/**
 * Accessibility metadata, computed from what is in the book and never asserted.
 *
 * @see https://www.w3.org/TR/epub-a11y-11/#sec-disc-package
 * @see https://www.w3.org/community/reports/a11y-discov-vocab/CG-FINAL-vocabulary-20241209/
 */
import type { ElementContent, RootContent } from 'hast';
import type { Asset, ContentDocument, PackageMeta } from '../types.js';

interface Found {
  /** Images of the content: no cover, no decoration. */
  images: number;
  /** Images whose `alt` says something. */
  described: number;
  roles: boolean;
  math: boolean;
  pages: boolean;
}

/** The `schema:` properties of the package document. */
export function accessibilityMeta(
  documents: readonly ContentDocument[],
  assets: readonly Asset[],
  has: { toc: boolean },
): PackageMeta[] {
  const found = survey(documents);
  const visual = found.images > 0;
  const textAlone = found.images === found.described;
  const moving = assets.some((asset) => asset.mediaType === 'image/gif' || asset.mediaType === 'image/webp');
  const features = [
    'displayTransformability',
    'readingOrder',
    'structuralNavigation',
    ...(has.toc ? ['tableOfContents'] : []),
    ...(found.roles ? ['ARIA'] : []),
    ...(visual && textAlone ? ['alternativeText'] : []),
    ...(found.math ? ['MathML'] : []),
    ...(found.pages ? ['pageBreakMarkers', 'pageNavigation'] : []),
  ];
  return [
    ...property('accessMode', ['textual', ...(visual ? ['visual'] : [])]),
    ...property('accessModeSufficient', [
      ...(visual ? ['textual,visual'] : []),
      ...(textAlone ? ['textual'] : []),
    ]),
    ...property('accessibilityFeature', features),
    ...property('accessibilityHazard', moving ? ['unknown'] : ['none']),
    // It adds to the other terms and does not repeat them, as EPUB Accessibility 1.2 asks.
    ...property('accessibilitySummary', summary(found)),
  ];
}

const property = (name: string, values: readonly string[]): PackageMeta[] =>
  values.map((value) => ({ name: 'meta', value, attributes: { property: `schema:${name}` } }));

/** What no other term says: how many images there are, and how many of them have words. Ace asks for a summary. */
function summary({ images, described }: Found): string[] {
  if (images === 0) return ['The text holds no images.'];
  return [`${String(described)} of ${String(images)} images have a description in words.`];
}

function survey(documents: readonly ContentDocument[]): Found {
  const found: Found = { images: 0, described: 0, roles: false, math: false, pages: false };
  for (const { body, kind, pages } of documents) {
    if (kind.role) found.roles = true;
    if (pages && pages.length > 0) found.pages = true;
    // A cover is no content: https://www.w3.org/TR/epub-a11y-tech-11/#meta-001
    if (kind.kind !== 'cover') look(body.children, found);
  }
  return found;
}

function look(nodes: readonly (RootContent | ElementContent)[], found: Found): void {
  for (const node of nodes) {
    if (node.type !== 'element') continue;
    const { properties, tagName } = node;
    if (tagName === 'img' || tagName === 'svg') {
      // An image of no meaning is decoration, which makes a book neither visual nor wanting.
      const isDecoration = properties.alt === '' || properties.role === 'presentation';
      if (isDecoration) continue;
      found.images += 1;
      const says = [properties.alt, properties.ariaLabel, properties.ariaLabelledBy].some((value) => !!value);
      if (says) found.described += 1;
    } else if (tagName === 'math') found.math = true;
    if (properties.role) found.roles = true;
    look(node.children, found);
  }
}
