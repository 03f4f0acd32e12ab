/** The cover of the theme `classic`. */
import { CLASSIC } from '../palettes.js';
import type { PatternName } from '../patterns/index.js';
import { pick } from '../random.js';
import { frame, inset, rectangle, type Rect } from '../shapes.js';
import { drawBlock, type Block } from '../text/block.js';
import { FACES } from '../text/faces.js';
import { HEIGHT, isEmpty, ornament, PAGE, stacked, style, WIDTH, type Design } from './layout.js';

const LABEL = 1200;

/** Classic: patterned paper over boards, with a pasted label. */
export const classic: Design = {
  styles: {
    title: style(FACES.serif, [64, 236], { width: 980, height: 960, leading: 1.02 }),
    subtitle: style(FACES.serifItalic, [40, 76], { width: 900, height: 260, leading: 1.2 }),
    authors: style(FACES.serif, [40, 92], { width: 940, height: 250, leading: 1.22 }),
    credit: style(FACES.serifItalic, [36, 60], { width: 900, height: 80 }),
  },
  draw({ title, subtitle, authors, credit }, random) {
    const palette = pick(CLASSIC, random);
    const cell = pick([100, 160, 200], random);
    const { tops, height } = stacked([
      [0, title],
      [96, subtitle],
      [210, authors],
      [70, credit],
    ]);
    const padding = 190;
    const label: Rect = {
      x: (WIDTH - LABEL) / 2,
      y: 0,
      width: LABEL,
      height: Math.max(860, Math.round(height) + 2 * padding),
    };
    // The label's middle stands above the page's, in the golden ratio for a label of no height.
    label.y = Math.max(200, Math.round(HEIGHT * 0.42 - label.height / 2));
    const top = label.y + (label.height - height) / 2;
    const draw = (block: Block, index: number) =>
      drawBlock(block, {
        x: WIDTH / 2,
        y: top + (tops[index] ?? 0),
        width: LABEL,
        align: 'centre',
        fill: palette.ink,
      });
    const rule = top + (tops[2] ?? 0) - 110;
    return {
      ground: palette.pattern[0],
      ornament: ornament(
        PATTERNS,
        { rect: PAGE, cell, repeat: pick([1, 2, 2, 4], random) },
        palette.pattern,
        random,
      ),
      shapes: [
        { polygons: [rectangle(label)], fill: palette.ground },
        { polygons: frame(inset(label, 34), 8), fill: palette.ink },
        { polygons: frame(inset(label, 52), 3), fill: palette.ink },
        ...(isEmpty(authors)
          ? []
          : [
              {
                polygons: [rectangle({ x: WIDTH / 2 - 60, y: rule, width: 120, height: 5 })],
                fill: palette.ink,
              },
            ]),
        ...[title, subtitle, authors, credit].flatMap(draw),
      ],
    };
  },
};

const PATTERNS: readonly PatternName[] = [
  'arcs',
  'arches',
  'chevrons',
  'hatchings',
  'lozenges',
  'petals',
  'rings',
  'ripples',
  'scales',
  'triangles',
];
