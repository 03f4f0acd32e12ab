/** The characters that typography reads and writes, by name, and what kind each character is. */

export const NO_BREAK_SPACE = '\u00A0';
export const NARROW_NO_BREAK_SPACE = '\u202F';
export const EM_DASH = '\u2014';
export const EN_DASH = '\u2013';
export const TWO_EM_DASH = '\u2E3A';
export const THREE_EM_DASH = '\u2E3B';
export const ELLIPSIS_MARK = '\u2026';
export const MINUS_SIGN = '\u2212';
export const MULTIPLICATION_SIGN = '\u00D7';
export const APOSTROPHE_MARK = '\u2019';
export const PRIME_MARK = '\u2032';
export const DOUBLE_PRIME_MARK = '\u2033';
/** Stands in a run for what no rule may read or change: code, an image, a URL, an escaped mark. */
export const PLACEHOLDER = '\uFFFC';
/** Stands in a run for a hard line break. */
export const LINE_SEPARATOR = '\u2028';

export const TAB_CODE = 0x09;
export const LINE_FEED_CODE = 0x0a;
export const SPACE_CODE = 0x20;
export const COMMA_CODE = 0x2c;
export const DOUBLE_CODE = 0x22;
export const SINGLE_CODE = 0x27;
export const HYPHEN_CODE = 0x2d;
export const FULL_STOP_CODE = 0x2e;
export const BACKTICK_CODE = 0x60;
/** An accent by itself, which many type for an apostrophe (`geht\u00B4s`). */
export const ACUTE_CODE = 0xb4;
export const LEFT_SINGLE_CODE = 0x2018;
export const RIGHT_SINGLE_CODE = 0x2019;
export const LOW_SINGLE_CODE = 0x201a;
export const LEFT_DOUBLE_CODE = 0x201c;
export const RIGHT_DOUBLE_CODE = 0x201d;
export const LOW_DOUBLE_CODE = 0x201e;
export const LEFT_GUILLEMET_CODE = 0xab;
export const RIGHT_GUILLEMET_CODE = 0xbb;
/** What Hebrew sets after a letter of an abbreviation or a foreign sound, and before the last one of an acronym. */
export const GERESH = '\u05F3';
export const GERSHAYIM = '\u05F4';

/** What a character is to the mark beside it. `EDGE` is the beginning or the end of the text. */
export const EDGE = 1;
export const SPACE = 2;
export const LETTER = 3;
export const DIGIT = 4;
export const DASH = 5;
export const HYPHEN = 6;
export const OPENER = 7;
export const CLOSER = 8;
export const STOP = 9;
export const COMMA = 10;
export const ELLIPSIS = 11;
export const QUOTE = 12;
export const SYMBOL = 13;
export const KIND_COUNT = 14;

const KINDS: readonly (readonly [kind: number, characters: string])[] = [
  [
    SPACE,
    ' \t\n\r\f\v\u00A0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200A\u202F\u205F\u3000',
  ],
  [EDGE, LINE_SEPARATOR],
  [DIGIT, '0123456789'],
  [DASH, '\u2012\u2013\u2014\u2015\u2E3A\u2E3B'],
  [HYPHEN, '-\u00AD\u2010\u2011\u2212'],
  [OPENER, '([{<\u00A1\u00BF'],
  [CLOSER, ')]}>'],
  // With the danda of India, and what Arabic and Urdu have.
  [STOP, '.!?\u0964\u0965\u061F\u06D4'],
  [COMMA, ',;:\u060C\u061B'],
  [ELLIPSIS, ELLIPSIS_MARK],
  [QUOTE, '"\'`\u00B4\u2018\u2019\u201A\u201B\u201C\u201D\u201E\u201F\u00AB\u00BB\u2039\u203A'],
  [LETTER, PLACEHOLDER + GERESH + GERSHAYIM],
  // Named, though a pattern finds them: most books have no others, and it takes a millisecond to compile.
  [LETTER, 'abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ'],
];

/** Kind by UTF-16 code unit; 0 where it has not been asked for yet. */
const kinds = new Uint8Array(0x10000);
for (const [kind, characters] of KINDS)
  for (let at = 0; at < characters.length; at += 1) kinds[characters.charCodeAt(at)] = kind;

const WORD = /^[\p{L}\p{M}]$/u;
const NUMBER = /^\p{N}$/u;

/** The kind of a UTF-16 code unit; halves of a surrogate pair count as letters. */
export function kindOf(code: number): number {
  const known = kinds[code];
  if (known) return known;
  const character = String.fromCharCode(code);
  const kind =
    (code >= 0xd800 && code <= 0xdfff) || WORD.test(character)
      ? LETTER
      : NUMBER.test(character)
        ? DIGIT
        : SYMBOL;
  kinds[code] = kind;
  return kind;
}

/** The kind of the character at an offset; `EDGE` outside of the text. */
export const kindAt = (text: string, at: number): number =>
  at < 0 || at >= text.length ? EDGE : kindOf(text.charCodeAt(at));

/** Whether the character at an offset is an upper-case letter. */
export function isUpper(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  if (code < 0x80) return code >= 0x41 && code <= 0x5a;
  const character = text.charAt(at);
  return character !== character.toLowerCase();
}
