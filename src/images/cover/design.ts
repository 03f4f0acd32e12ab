/** The covers of the themes: where everything stands, in pixels of a page of 1600 × 2560. */
import { CLASSIC, MODERN, PLAIN, type Palette } from './palettes.js';
import { PATTERNS, type Field, type PatternName } from './patterns/index.js';
import type { Colour } from './pixels.js';
import { pick, shuffled, type Random } from './random.js';
import { frame, inset, rectangle, type Rect, type Shape } from './shapes.js';
import { drawBlock, setBlock, type Block, type Style } from './text/block.js';
import { FACES } from './text/faces.js';
import type { FontFor } from './text/fonts.js';

/** The page: 1 to 1.6, the size that shops ask for. */
export const WIDTH = 1600;
export const HEIGHT = 2560;

/** What is written on a cover. */
export interface Wording {
  title: string;
  subtitle: string;
  /** The names of those who wrote it, in one line. */
  authors: string;
  /** A further line: who edited it. */
  credit: string;
}

export type Part = keyof Wording;

/** A theme's cover: the style of each part, and how they are put together. */
export interface Design {
  styles: Record<Part, Style>;
  draw(blocks: Record<Part, Block>, random: Random): { ground: Colour; shapes: Shape[] };
}

/** A field's pattern, its colours in another order from book to book. */
function patternOf(
  names: readonly PatternName[],
  field: Omit<Field, 'colours'>,
  [ground, ...inks]: Palette['pattern'],
  random: Random,
): Shape[] {
  const [first = ground, second = first, ...more] = shuffled(inks, random);
  return PATTERNS[pick(names, random)]({ ...field, colours: [ground, first, second, ...more] }, random);
}

const PAGE: Rect = { x: 0, y: 0, width: WIDTH, height: HEIGHT };

const style = (face: string, sizes: readonly [number, number], more: Partial<Style> = {}): Style => ({
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

const isEmpty = ({ lines }: Block): boolean => lines.length === 0;

/** Places blocks one below the other, with the distance before each that has something in it. */
function stacked(parts: readonly (readonly [gap: number, block: Block])[]): {
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

const LABEL = 1200;

/** Classic: patterned paper over boards, with a pasted label. */
const classic: Design = {
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
      shapes: [
        ...patternOf(
          CLASSIC_PATTERNS,
          { rect: PAGE, cell, repeat: pick([1, 2, 2, 4], random) },
          palette.pattern,
          random,
        ),
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

const CLASSIC_PATTERNS: readonly PatternName[] = [
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

const MARGIN = 120;

/** Modern: one strong ground, the title large at the top, a coarse pattern to the foot. */
const modern: Design = {
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
    const pattern = patternOf(MODERN_PATTERNS, { rect, cell, repeat }, palette.pattern, random);
    // Round shapes may reach above the field; the ground is painted over them.
    const above = rectangle({ x: 0, y: 0, width: WIDTH, height: rect.y });
    return {
      ground: palette.ground,
      shapes: [...pattern, { polygons: [above], fill: palette.ground }, ...blocks],
    };
  },
};

const MODERN_PATTERNS: readonly PatternName[] = [
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

/** Plain: a title page on white, and a small mark of the book's own. */
const plain: Design = {
  styles: {
    title: style(FACES.monoBold, [56, 200], { width: 1280, height: 1000, leading: 1.16, align: 'start' }),
    subtitle: style(FACES.mono, [40, 64], { width: 1280, height: 220, leading: 1.35, align: 'start' }),
    authors: style(FACES.mono, [44, 84], { width: 1280, height: 260, leading: 1.3, align: 'start' }),
    credit: style(FACES.mono, [36, 54], { width: 1280, height: 70, align: 'start' }),
  },
  draw({ title, subtitle, authors, credit }, random) {
    const palette = pick(PLAIN, random);
    const margin = 160;
    const { tops } = stacked([
      [0, title],
      [104, subtitle],
      [136, authors],
      [56, credit],
    ]);
    const top = 260;
    const size = 640;
    const right = title.rightToLeft;
    const rect: Rect = {
      x: right ? WIDTH - margin - size : margin,
      y: HEIGHT - 200 - size,
      width: size,
      height: size,
    };
    const blocks = [title, subtitle, authors, credit].flatMap((block, index) =>
      drawBlock(block, {
        x: margin,
        y: top + (tops[index] ?? 0),
        width: WIDTH - 2 * margin,
        align: 'start',
        fill: palette.ink,
      }),
    );
    const [ground, accent] = palette.pattern;
    const pattern = patternOf(
      PLAIN_PATTERNS,
      { rect, cell: pick([128, 160], random), repeat: pick([0, 0, 2], random) },
      [ground, accent, accent],
      random,
    );
    return {
      ground: palette.ground,
      shapes: [
        ...pattern,
        { polygons: [rectangle({ x: margin, y: 160, width: WIDTH - 2 * margin, height: 12 })], fill: accent },
        ...blocks,
      ],
    };
  },
};

const PLAIN_PATTERNS: readonly PatternName[] = ['arcs', 'hatchings', 'petals', 'rings', 'triangles'];

/** The designs by the name of the theme. */
export const DESIGNS: Readonly<Record<string, Design>> = { classic, modern, plain };

/** The cover of a theme that has no design of its own is that of `classic`. */
export const designOf = (theme: string): Design => DESIGNS[theme] ?? classic;

/** Sets every part of the wording in its style; a part without text is a block without lines. */
export function setWording(wording: Wording, { styles }: Design, fontFor: FontFor): Record<Part, Block> {
  const set = (part: Part) => setBlock(wording[part], styles[part], fontFor);
  return { title: set('title'), subtitle: set('subtitle'), authors: set('authors'), credit: set('credit') };
}
