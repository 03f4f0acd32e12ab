/** What holds where no language is known: English marks, no words of any language, dates as they are typed. */
import type { Locale } from './types.js';
import { en } from './en.js';
import { NO_ELISIONS } from './language.js';

export const neutral: Locale = {
  ...en,
  language: 'und',
  elisions: NO_ELISIONS,
  bound: [],
  ranges: [],
  rangeUnits: [],
  dates: undefined,
};
