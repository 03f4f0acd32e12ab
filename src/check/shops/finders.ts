/** What several rules look for. */
import type { BookFacts, ElementFacts, Found, ImageFacts, StyleFacts } from './types.js';
import type { NavPoint } from '../../epub/publication.js';

/** Elements that meet a condition, one of a name in each document. */
export function* elements(
  { documents }: BookFacts,
  meets: (element: ElementFacts) => boolean,
): Generator<Found> {
  for (const { file, elements: all } of documents) {
    const told = new Set<string>();
    for (const element of all) {
      if (told.has(element.name) || !meets(element)) continue;
      told.add(element.name);
      yield { it: element.name, file, place: element.place };
    }
  }
}

/** Elements of some names. */
export const named = (...names: readonly string[]) => {
  const wanted = new Set(names);
  return (book: BookFacts) => elements(book, ({ name }) => wanted.has(name));
};

/** Declarations that meet a condition, each once in a file. */
export function* declarations(
  { styles }: BookFacts,
  meets: (style: StyleFacts) => boolean,
): Generator<Found> {
  const told = new Set<string>();
  for (const style of styles) {
    const it = `${style.property}: ${style.value}`;
    const key = `${style.file}\n${it}`;
    if (told.has(key) || !meets(style)) continue;
    told.add(key);
    yield { it, file: style.file, place: style.place };
  }
}

/** Images that meet a condition; `it` says what the message quotes of each. */
export function* images(
  { images: all }: BookFacts,
  meets: (image: ImageFacts) => boolean,
  it: (image: ImageFacts) => string = ({ path }) => path,
): Generator<Found> {
  for (const image of all) if (meets(image)) yield { it: it(image), file: image.path };
}

/** `1600 × 2560`. */
export const extent = ({ width = 0, height = 0 }: ImageFacts): string =>
  `${String(width)} × ${String(height)}`;

export const pixels = ({ width = 0, height = 0 }: ImageFacts): number => width * height;

/** `6.2 MB`. */
export const megabytes = (bytes: number): string => `${(bytes / 1e6).toFixed(1)} MB`;

/** How many levels a table of contents has. */
export const depthOf = (points: readonly NavPoint[]): number =>
  points.reduce((deepest, { children }) => Math.max(deepest, 1 + depthOf(children)), 0);

/** The values that a declaration of margins gives, by side: https://www.w3.org/TR/CSS2/box.html#propdef-margin */
export function marginsOf({ property, value }: StyleFacts): Partial<Record<Side, string>> {
  const [, side] = /^margin-(top|right|bottom|left)$/.exec(property) ?? [];
  if (side !== undefined) return { [side]: value };
  if (property !== 'margin') return {};
  const [top = '', right = top, bottom = top, left = right] = value.split(/\s+/);
  return { top, right, bottom, left };
}

type Side = 'top' | 'right' | 'bottom' | 'left';

/** One finding where a condition holds, of the book itself. */
export const when = (holds: boolean, it?: string): Found[] => (holds ? [it === undefined ? {} : { it }] : []);
