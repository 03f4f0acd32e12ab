/** The cover of the theme `plain`. */
import { PLAIN } from '../palettes.js';
import type { PatternName } from '../patterns/index.js';
import { pick } from '../random.js';
import { rectangle, type Rect } from '../shapes.js';
import { drawBlock } from '../text/block.js';
import { FACES } from '../text/faces.js';
import { HEIGHT, ornament, stacked, style, WIDTH, type Design } from './layout.js';

/** Plain: a title page on white, and a small mark of the book's own. */
export const plain: Design = {
  styles: {
    title: style(FACES.monoBold, [56, 200], { width: 1280, height: 1000, leading: 1.16, align: 'start' }),
    subtitle: style(FACES.mono, [40, 64], { width: 1280, height: 220, leading: 1.35, align: 'start' }),
    authors: style(FACES.mono, [44, 84], { width: 1280, height: 260, leading: 1.3, align: 'start' }),
    credit: style(FACES.mono, [36, 54], { width: 1280, height: 70, align: 'start' }),
  },
  draw({ title, subtitle, authors, credit }, random) {
    const palette = pick(PLAIN, random);
    const margin = 160;
    const { tops, height } = stacked([
      [0, title],
      [104, subtitle],
      [136, authors],
      [56, credit],
    ]);
    const top = 260;
    // The mark ends where it always does; much to say above it leaves it smaller. Its cells are whole
    // pixels of every size that covers are drawn in.
    const foot = HEIGHT - 200;
    const size = Math.floor(Math.min(640, foot - (top + height + 100)) / 80) * 80;
    const right = title.rightToLeft;
    const rect: Rect = {
      x: right ? WIDTH - margin - size : margin,
      y: foot - size,
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
    const mark = ornament(
      PATTERNS,
      { rect, cell: size / pick([5, 4], random), repeat: pick([0, 0, 2], random) },
      [ground, accent, accent],
      random,
    );
    return {
      ground: palette.ground,
      ornament: mark,
      shapes: [
        { polygons: [rectangle({ x: margin, y: 160, width: WIDTH - 2 * margin, height: 12 })], fill: accent },
        ...blocks,
      ],
    };
  },
};

const PATTERNS: readonly PatternName[] = ['arcs', 'hatchings', 'petals', 'rings', 'triangles'];
