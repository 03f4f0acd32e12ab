/** What EPUBCheck's messages mean, in the words of people who write books. */
import { CONTAINER } from './container.js';
import { CONTENT } from './content.js';
import { PACKAGE } from './package.js';
import { RESOURCES } from './resources.js';
import type { Row, Words } from './row.js';

export type { Row } from './row.js';

const WORDS: Words = { ...CONTAINER, ...PACKAGE, ...RESOURCES, ...CONTENT };

/** The row for one of EPUBCheck's messages, by its id and its own words; none where the table has none. */
export function rowFor(id: string, words: string): Row | undefined {
  const rows = WORDS[id];
  if (rows === undefined) return undefined;
  return [rows].flat().find((row) => row.when?.test(words) ?? true);
}
