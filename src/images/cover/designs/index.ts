/** The designs of covers by theme, and the wording set in one of them. */
import { own } from '../../../text/own.js';
import { setBlock, type Block } from '../text/block.js';
import type { FontFor } from '../text/fonts.js';
import { classic } from './classic.js';
import type { Wording } from '../subject.js';
import type { Design, Part } from './layout.js';
import { modern } from './modern.js';
import { plain } from './plain.js';

export { PAGE, WIDTH, type Part } from './layout.js';

/** The designs by the name of the theme. */
const DESIGNS: Readonly<Record<string, Design>> = { classic, modern, plain };

/** The cover of a theme that has no design of its own is that of `classic`. */
export const designOf = (theme: string): Design => own(DESIGNS, theme) ?? classic;

/** Sets every part of the wording in its style; a part without text is a block without lines. */
export function setWording(wording: Wording, { styles }: Design, fontFor: FontFor): Record<Part, Block> {
  const set = (part: Part) => setBlock(wording[part], styles[part], fontFor);
  return { title: set('title'), subtitle: set('subtitle'), authors: set('authors'), credit: set('credit') };
}
