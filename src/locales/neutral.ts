/** What holds where no language is known: English marks, no words of any language. */
import type { Locale } from '../types.js';
import { en } from './en.js';

export const neutral: Locale = {
  ...en,
  language: 'und',
  elisions: { head: [], maybeHead: [], tail: [], after: {}, lostBefore: [], lostAfter: [] },
  bound: [],
  ranges: [],
};
