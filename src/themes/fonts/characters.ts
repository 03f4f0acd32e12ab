/** Which characters a book needs from its fonts. */

/** Code points of the Basic Multilingual Plane, by a flag each; those beyond are few and stand in a set. */
export class CodePoints implements Iterable<number> {
  readonly #basic = new Uint8Array(0x10000);
  readonly #beyond = new Set<number>();

  add(text: string): void {
    for (let index = 0; index < text.length; index++) {
      const unit = text.charCodeAt(index);
      this.#basic[unit] = 1;
      if (unit >= 0xd800 && unit < 0xdc00) this.#beyond.add(text.codePointAt(index) ?? unit);
    }
  }

  /** In ascending order, surrogates left out. */
  *[Symbol.iterator](): Iterator<number> {
    for (const [codePoint, used] of this.#basic.entries()) {
      if (used === 1 && (codePoint < 0xd800 || codePoint > 0xdfff)) yield codePoint;
    }
    yield* [...this.#beyond].filter((codePoint) => codePoint > 0xffff).sort((a, b) => a - b);
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
 * The code points of everything that `value` holds, trees and records alike, and the elements of its trees; with them
 * ASCII, and the capitals of small letters, which a style sheet may ask for.
 */
export function textUse(value: unknown): TextUse {
  const codePoints = new CodePoints();
  const elements = new Set<string>();
  collect(value, codePoints, elements);
  const capitals = [...codePoints].map((codePoint) => String.fromCodePoint(codePoint).toUpperCase());
  codePoints.add(PRINTABLE_ASCII + capitals.join(''));
  return { codePoints, elements };
}

function collect(value: unknown, into: CodePoints, elements: Set<string>): void {
  if (typeof value === 'string') into.add(value);
  else if (Array.isArray(value)) for (const item of value) collect(item, into, elements);
  else if (typeof value === 'object' && value !== null && !ArrayBuffer.isView(value)) {
    if ('tagName' in value && typeof value.tagName === 'string') elements.add(value.tagName);
    for (const item of Object.values(value)) collect(item, into, elements);
  }
}
