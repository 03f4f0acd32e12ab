/** Lines of verse that stand where a page has its menu and its title. */
import { rowOf } from '../sites/index.js';
import type { Page } from './page.js';

/** Whether a line is of several words and of nothing else: `The river took the lower field`. */
export const isWordy = (text: string): boolean =>
  /^\p{L}[\p{L}'\u2019]*(?: [\p{L}'\u2019-]+[,;:]?){3,}$/u.test(text);

/** Whether a line and the one right above it are of several words each, and one leads on to the other. */
export function isVerseAt({ blocks, from }: Page, at: number): boolean {
  const [above, block] = [blocks[at - 1], blocks[at]];
  if (at === from || !above || block?.gap !== 0 || !isWordy(above.text) || !isWordy(block.text)) return false;
  if ([above, block].some(({ text }) => rowOf(text, 'head'))) return false;
  return /^\p{Ll}/u.test(block.text) || [above, block].some(({ text }) => /[,;]$/.test(text));
}
