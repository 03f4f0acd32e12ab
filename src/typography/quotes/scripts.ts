/** Scripts that set no space beside a quotation mark: what stands there says less than in others, or something else. */
import { KIND_COUNT } from '../characters.js';

/** Kinds beyond those of characters.ts, for what stands beside a mark. */
export const HANGUL = KIND_COUNT;
export const IDEOGRAPH = KIND_COUNT + 1;
export const WIDE_COMMA = KIND_COUNT + 2;
export const WIDE_STOP = KIND_COUNT + 3;
export const ALL_KIND_COUNT = KIND_COUNT + 4;

const WIDE_COMMAS = '\u3001\uFF0C\uFF1A\uFF1B\u300A\u300C\u300E\u3010\uFF08';
const WIDE_STOPS = '\u3002\uFF01\uFF1F\uFF0E\u300B\u300D\u300F\u3011\uFF09';

/** Ranges of UTF-16 code units, in order. Thai, Lao, Burmese and Khmer set no spaces between words either. */
const RANGES: readonly (readonly [first: number, last: number, kind: number])[] = [
  [0x0e00, 0x0eff, IDEOGRAPH],
  [0x1000, 0x109f, IDEOGRAPH],
  [0x1100, 0x11ff, HANGUL],
  [0x1780, 0x17ff, IDEOGRAPH],
  [0x3005, 0x3007, IDEOGRAPH],
  [0x3041, 0x312f, IDEOGRAPH],
  [0x3130, 0x318f, HANGUL],
  [0x31f0, 0x31ff, IDEOGRAPH],
  [0x3400, 0x9fff, IDEOGRAPH],
  [0xac00, 0xd7ff, HANGUL],
  [0xd840, 0xd88f, IDEOGRAPH],
  [0xf900, 0xfaff, IDEOGRAPH],
  [0xff66, 0xff9f, IDEOGRAPH],
];

/** The first code unit of any of these scripts. */
const FIRST = 0x0e00;

/** The kind of a letter or a mark of punctuation of these scripts; undefined for all others. */
export function wideKindAt(text: string, at: number): number | undefined {
  const code = text.charCodeAt(at);
  if (!(code >= FIRST)) return undefined;
  // The second half of a surrogate pair: the first one decides.
  if (code >= 0xdc00 && code <= 0xdfff)
    return text.charCodeAt(at - 1) >= 0xd840 ? wideKindAt(text, at - 1) : undefined;
  const character = text.charAt(at);
  if (WIDE_COMMAS.includes(character)) return WIDE_COMMA;
  if (WIDE_STOPS.includes(character)) return WIDE_STOP;
  return RANGES.find(([first, last]) => code >= first && code <= last)?.[2];
}

/** Whether a letter of one of these scripts stands at an offset. */
export function isUnspaced(text: string, at: number): boolean {
  const kind = wideKindAt(text, at);
  return kind === HANGUL || kind === IDEOGRAPH;
}
