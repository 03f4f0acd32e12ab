/** Which characters a book needs from its fonts. */
import { areKept, keptWith } from '../../memo.js';

/** A set of code points that texts are added to: a flag each for the Basic Multilingual Plane, a set beyond it. */
export class CodePoints implements Iterable<number> {
  readonly #seen = new Uint8Array(0x10000);
  readonly #found = new Set<number>();

  add(text: string): void {
    const seen = this.#seen;
    for (let index = 0; index < text.length; index++) {
      const unit = text.charCodeAt(index);
      // Surrogates are never marked as seen: two of them make a code point.
      if (seen[unit] === 1) continue;
      const isSurrogate = unit >= 0xd800 && unit <= 0xdfff;
      if (!isSurrogate) seen[unit] = 1;
      const codePoint = text.codePointAt(index) ?? unit;
      if (!isSurrogate || codePoint > 0xffff) this.#found.add(codePoint);
    }
  }

  /** In ascending order, surrogates left out. */
  [Symbol.iterator](): Iterator<number> {
    return [...this.#found].sort((a, b) => a - b)[Symbol.iterator]();
  }
}

const PRINTABLE_ASCII = String.fromCharCode(...Array.from({ length: 95 }, (_, index) => 0x20 + index));

/** What of a book its fonts depend on. */
export interface TextUse {
  codePoints: CodePoints;
  /** Names of the elements that there are. */
  elements: ReadonlySet<string>;
}

/**
 * The code points of everything that `value` and the documents hold, trees and records alike, and the elements of the
 * trees; with them
 * ASCII, and the capitals of small letters, which a style sheet may ask for.
 */
export function textUse(value: unknown, documents: readonly object[] = []): TextUse {
  const codePoints = new CodePoints();
  const elements = new Set<string>();
  collect(value, codePoints, elements);
  for (const document of documents) {
    if (areKept()) addUse(document, codePoints, elements);
    else collect(document, codePoints, elements);
  }
  const capitals = [...codePoints].map((codePoint) => String.fromCodePoint(codePoint).toUpperCase());
  codePoints.add(PRINTABLE_ASCII + capitals.join(''));
  return { codePoints, elements };
}

/** Adds what one document uses, which is kept with it. */
function addUse(document: object, codePoints: CodePoints, elements: Set<string>): void {
  const own = keptWith('use', document, [], () => {
    const use = { codePoints: new CodePoints(), elements: new Set<string>() };
    collect(document, use.codePoints, use.elements);
    return { text: String.fromCodePoint(...use.codePoints), elements: use.elements };
  });
  codePoints.add(own.text);
  for (const name of own.elements) elements.add(name);
}

function collect(value: unknown, into: CodePoints, elements: Set<string>): void {
  if (typeof value === 'string') into.add(value);
  else if (Array.isArray(value)) for (const item of value) collect(item, into, elements);
  else if (typeof value === 'object' && value !== null && !ArrayBuffer.isView(value)) {
    // A node says nothing but its text and its children's; a tree's properties and positions are many.
    const { type, tagName, children, value: text } = value as Partial<Record<string, unknown>>;
    if (typeof tagName === 'string') elements.add(tagName);
    if (children !== undefined) collect(children, into, elements);
    else if (type !== undefined && text !== undefined) collect(text, into, elements);
    else for (const item of Object.values(value)) collect(item, into, elements);
  }
}
