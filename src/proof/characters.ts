/** Marks by name: curly quotes look alike, and spaces like nothing. Names are Unicode's, in lower case. */

/** Names of the marks that typography reads and writes. */
export const NAMES: Readonly<Record<string, string>> = {
  '\t': 'tab',
  '\n': 'line end',
  ' ': 'space',
  '"': 'straight double quote',
  "'": 'straight single quote',
  '-': 'hyphen',
  '--': 'two hyphens',
  '---': 'three hyphens',
  '...': 'three full stops',
  '`': 'backtick',
  '\u00A0': 'no-break space',
  '\u00AB': 'left guillemet',
  '\u00BB': 'right guillemet',
  '\u00D7': 'multiplication sign',
  '\u2009': 'thin space',
  '\u2013': 'en dash',
  '\u2014': 'em dash',
  '\u2018': 'left single quote',
  '\u2019': 'right single quote',
  '\u201A': 'low single quote',
  '\u201C': 'left double quote',
  '\u201D': 'right double quote',
  '\u201E': 'low double quote',
  '\u2026': 'ellipsis',
  '\u202F': 'narrow no-break space',
  '\u2032': 'prime',
  '\u2033': 'double prime',
  '\u2039': 'left single guillemet',
  '\u203A': 'right single guillemet',
  '\u2212': 'minus sign',
};

const INVISIBLE = /^[\s\u00A0\u2009\u202F]*$/u;
const SPACES = /^ {2,}$/;

/** The name of a mark; characters without one stand for themselves, and none is `nothing`. */
export function nameOf(mark: string): string {
  if (mark === '') return 'nothing';
  if (SPACES.test(mark)) return `${String(mark.length)} spaces`;
  const whole = NAMES[mark];
  if (whole !== undefined) return whole;
  const parts = [...mark].map((character) => NAMES[character] ?? character);
  return parts.every((part, index) => part === [...mark][index]) ? mark : parts.join(', ');
}

/** A mark with its name, or its name alone where there is nothing to see: `’ (right single quote)`. */
export function described(mark: string): string {
  const name = nameOf(mark);
  return INVISIBLE.test(mark) || name === mark ? name : `${mark} (${name})`;
}
