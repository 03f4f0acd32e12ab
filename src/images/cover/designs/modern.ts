/** The cover of the theme `modern`. */
import { MODERN } from '../palettes.js';
import type { PatternName } from '../patterns/index.js';
import { pick } from '../random.js';
import type { Rect } from '../shapes.js';
import { drawBlock } from '../text/block.js';
import { FACES } from '../text/faces.js';
import { HEIGHT, ornament, stacked, style, WIDTH, type Design } from './layout.js';

const MARGIN = 120;

/** Modern: one strong ground, the title large at the top, a coarse pattern to the foot. */
export const modern: Design = {
  styles: {
    title: style(FACES.sansBlack, [72, 400], {
      width: WIDTH - 2 * MARGIN,
      height: 1060,
      leading: 0.96,
      tracking: -0.015,
      align: 'start',
    }),
    subtitle: style(FACES.sans, [44, 80], {
      width: WIDTH - 2 * MARGIN,
      height: 200,
      leading: 1.2,
      align: 'start',
    }),
    authors: style(FACES.sansBold, [44, 88], {
      width: WIDTH - 2 * MARGIN,
      height: 210,
      leading: 1.2,
      align: 'start',
    }),
    credit: style(FACES.sans, [40, 64], { width: WIDTH - 2 * MARGIN, height: 80, align: 'start' }),
  },
  draw({ title, subtitle, authors, credit }, random) {
    const palette = pick(MODERN, random);
    const { tops, height } = stacked([
      [0, title],
      [104, subtitle],
      [116, authors],
      [44, credit],
    ]);
    const top = 150;
    const cell = pick([200, 320, 400], random);
    const rows = Math.max(1, Math.floor((HEIGHT - Math.max(1040, top + height + 110)) / cell));
    const rect: Rect = { x: 0, y: HEIGHT - rows * cell, width: WIDTH, height: rows * cell };
    const blocks = [title, subtitle, authors, credit].flatMap((block, index) =>
      drawBlock(block, {
        x: MARGIN,
        y: top + (tops[index] ?? 0),
        width: WIDTH - 2 * MARGIN,
        align: 'start',
        fill: palette.ink,
      }),
    );
    const repeat = pick([0, 0, 2], random);
    return {
      ground: palette.ground,
      ornament: ornament(PATTERNS, { rect, cell, repeat }, palette.pattern, random),
      shapes: blocks,
    };
  },
};

const PATTERNS: readonly PatternName[] = [
  'arches',
  'arcs',
  'dots',
  'hatchings',
  'hills',
  'petals',
  'rings',
  'ripples',
  'rules',
  'triangles',
];
