/** What rules look for in whole pages. */
import { resolvePath } from '../../epub/publication.js';
import { megabytes } from './finders.js';
import type { BookFacts, Found } from './types.js';

/** Pages that show the cover image, and text beside it. */
export function* coverPages({ cover, documents }: BookFacts): Generator<Found> {
  if (!cover) return;
  for (const { file, elements: all, length } of documents) {
    const image = all.find(({ attributes }) => imageIn(attributes, file) === cover.path);
    if (image && length > 0) yield { file, place: image.place };
  }
}

const imageIn = (attributes: Readonly<Record<string, string>>, file: string): string | undefined => {
  const address = attributes['src'] ?? attributes['xlink:href'];
  return address === undefined ? undefined : resolvePath(address, file).path;
};

/** Pages that are larger than this, in bytes, with the images that they show. */
export function* pagesLargerThan({ documents, images: all }: BookFacts, most: number): Generator<Found> {
  const sizes = new Map(all.map(({ path, size }) => [path, size]));
  for (const { file, elements: found, size } of documents) {
    const shown = new Set(found.flatMap(({ attributes }) => imageIn(attributes, file) ?? []));
    const whole = [...shown].reduce((sum, path) => sum + (sizes.get(path) ?? 0), size);
    if (whole > most) yield { it: megabytes(whole), file };
  }
}

/** The first table of each page with a row of more cells than this. */
export function* tablesWiderThan({ documents }: BookFacts, most: number): Generator<Found> {
  for (const { file, elements: all } of documents) {
    let cells = 0;
    for (const { name, place } of all) {
      if (name === 'tr') cells = 0;
      if (name !== 'td' && name !== 'th') continue;
      cells += 1;
      if (cells === most + 1) {
        yield { file, place };
        break;
      }
    }
  }
}

/** Elements that a simple selector hides, with more characters of text than this. */
export function* hiddenLongerThan({ documents, styles }: BookFacts, most: number): Generator<Found> {
  const hiding = styles.filter(({ property, value }) => property === 'display' && /^none\b/.test(value));
  const selectors = new Set(hiding.flatMap((style) => style.selectors));
  for (const { file, elements: all } of documents) {
    for (const { name, attributes, length, place } of all) {
      if (length <= most) continue;
      const classes = (attributes['class'] ?? '')
        .split(/\s+/)
        .flatMap((word) => [`.${word}`, `${name}.${word}`]);
      const isHidden =
        [name, `#${attributes['id'] ?? ''}`, ...classes].some((selector) => selectors.has(selector)) ||
        /display:\s*none/i.test(attributes['style'] ?? '');
      if (isHidden) yield { it: String(length), file, place };
    }
  }
}
