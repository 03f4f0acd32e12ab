/** What the designs of covers have in common: the page, the wording, styles, stacks of text, ornaments. */
import type { Palette } from '../palettes.js';
import { PATTERNS, type Field, type PatternName } from '../patterns/index.js';
import type { Colour } from '../pixels.js';
import { pick, shuffled, type Random } from '../random.js';
import type { Rect, Shape } from '../shapes.js';
import type { Block, Style } from '../text/block.js';
import type { Wording } from '../subject.js';

/** The page: 1 to 1.6, the size that shops ask for. */
export const WIDTH = 1600;
export const HEIGHT = 2560;

export type Part = keyof Wording;

/** What is painted, in this order. */
interface Scene {
  ground: Colour;
  ornament: Ornament;
  shapes: Shape[];
}

/** A theme's cover: the style of each part, and how they are put together. */
export interface Design {
  styles: Record<Part, Style>;
  draw(blocks: Record<Part, Block>, random: Random): Scene;
}

/** A pattern ready to be painted: where it ends, and the side of the tile that fills it, if there is one. */
export interface Ornament {
  rect: Rect;
  shapes: Shape[];
  tile?: number;
}

/** A field's pattern, its colours in another order from book to book. */
export function ornament(
  names: readonly PatternName[],
  field: Omit<Field, 'colours'>,
  [ground, ...inks]: Palette['pattern'],
  random: Random,
): Ornament {
  const [first = ground, second = first, ...more] = shuffled(inks, random);
  const { draw, tiled } = PATTERNS[pick(names, random)];
  const { rect } = field;
  const side = field.cell * evenly(field.repeat);
  const isTiled = tiled && side > 0 && side < rect.width && side < rect.height;
  const drawn = isTiled ? { ...rect, width: side, height: side } : rect;
  const shapes = draw({ ...field, rect: drawn, colours: [ground, first, second, ...more] }, random);
  return { rect, shapes, ...(isTiled ? { tile: side } : {}) };
}

/** Patterns that alternate from cell to cell come again after two cells at the earliest. */
const evenly = (repeat: number): number => (repeat % 2 === 0 ? repeat : 2 * repeat);

export const PAGE: Rect = { x: 0, y: 0, width: WIDTH, height: HEIGHT };

/** A style of a typeface with its smallest and its largest size, in pixels. */
export const style = (face: string, sizes: readonly [number, number], more: Partial<Style> = {}): Style => ({
  face,
  tracking: 0,
  smallest: sizes[0],
  largest: sizes[1],
  leading: 1.12,
  width: 1000,
  height: 400,
  align: 'centre',
  ...more,
});

/** Whether a block has nothing to show. */
export const isEmpty = ({ lines }: Block): boolean => lines.length === 0;

/** Places blocks one below the other, with the distance before each that has something in it. */
export function stacked(parts: readonly (readonly [gap: number, block: Block])[]): {
  tops: number[];
  height: number;
} {
  let y = 0;
  const tops = parts.map(([gap, block], index) => {
    if (isEmpty(block)) return y;
    const top = y + (index === 0 ? 0 : gap);
    y = top + block.height;
    return top;
  });
  return { tops, height: y };
}
