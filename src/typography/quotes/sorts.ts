/** What each character that may be a quotation mark was typed as, by the language's own pairs. */
import type { Locale } from '../../types.js';
import {
  ACUTE_CODE,
  BACKTICK_CODE,
  DOUBLE_CODE,
  LEFT_DOUBLE_CODE,
  LEFT_GUILLEMET_CODE,
  LEFT_SINGLE_CODE,
  LOW_DOUBLE_CODE,
  LOW_SINGLE_CODE,
  RIGHT_DOUBLE_CODE,
  RIGHT_GUILLEMET_CODE,
  RIGHT_SINGLE_CODE,
  SINGLE_CODE,
} from '../characters.js';

/**
 * What the author typed: a mark of the keyboard that may be anything, can only open or can only close; or a proper
 * one, which stays, that opens, closes, or does either.
 */
export type Typed = 'straight' | 'opening' | 'closing' | 'open' | 'close' | 'either';

export interface Sort {
  double: boolean;
  typed: Typed;
}

export type Sorts = ReadonlyMap<number, Sort>;

const HIGH: readonly (readonly [code: number, sort: Sort])[] = [
  [DOUBLE_CODE, { double: true, typed: 'straight' }],
  [SINGLE_CODE, { double: false, typed: 'straight' }],
  [BACKTICK_CODE, { double: false, typed: 'opening' }],
  [ACUTE_CODE, { double: false, typed: 'straight' }],
  [LEFT_DOUBLE_CODE, { double: true, typed: 'open' }],
  [RIGHT_DOUBLE_CODE, { double: true, typed: 'close' }],
  [LEFT_SINGLE_CODE, { double: false, typed: 'open' }],
  [RIGHT_SINGLE_CODE, { double: false, typed: 'close' }],
];

/** Where the opening mark sits low, the high 6-shaped ones close (German „…“, ‚…‘). */
const LOW: typeof HIGH = [
  [LOW_DOUBLE_CODE, { double: true, typed: 'open' }],
  [LOW_SINGLE_CODE, { double: false, typed: 'open' }],
  [LEFT_DOUBLE_CODE, { double: true, typed: 'close' }],
  [LEFT_SINGLE_CODE, { double: false, typed: 'close' }],
];

/** Guillemets point inwards, unless the language has pairs that point outwards or the same way. */
const INWARDS: typeof HIGH = [
  [LEFT_GUILLEMET_CODE, { double: true, typed: 'open' }],
  [RIGHT_GUILLEMET_CODE, { double: true, typed: 'close' }],
];
const EITHER: typeof HIGH = [
  [LEFT_GUILLEMET_CODE, { double: true, typed: 'either' }],
  [RIGHT_GUILLEMET_CODE, { double: true, typed: 'either' }],
];

const known = new WeakMap<Locale, Sorts>();

/** Whether a language's opening marks sit low. */
export const opensLow = ({ quotes }: Locale): boolean =>
  quotes.outer[0] === '\u201E' || quotes.inner[0] === '\u201A';

/** What each character was typed as in one language. */
export function sortsOf(locale: Locale): Sorts {
  let sorts = known.get(locale);
  if (!sorts) {
    const pairs = [locale.quotes, ...Object.values(locale.alternatives)].flatMap(({ outer, inner }) => [
      outer,
      inner,
    ]);
    const outwards = pairs.some(([open]) => open === '\u00BB');
    sorts = new Map([...HIGH, ...(opensLow(locale) ? LOW : []), ...(outwards ? EITHER : INWARDS)]);
    known.set(locale, sorts);
  }
  return sorts;
}
