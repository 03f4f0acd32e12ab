/** Every pattern fills a field, in its colours, the same way each time. */
import { PATTERNS, type Field, type PatternName } from '../../src/images/cover/patterns/index.js';
import { page, type Pixels } from '../../src/images/cover/pixels.js';
import { sequence } from '../../src/images/cover/random.js';
import { paint, repeatTile } from '../../src/images/cover/raster.js';

const FIELD: Field = {
  rect: { x: 0, y: 0, width: 320, height: 480 },
  cell: 80,
  repeat: 2,
  colours: ['#336699', '#ffcc00', '#cc0033'],
};
const NAMES = Object.keys(PATTERNS) as PatternName[];

function painted(name: PatternName, seed: string, field = FIELD): Uint32Array {
  const pixels = page(320, 480, '#000000');
  paint(pixels, PATTERNS[name].draw(field, sequence(seed)), FIELD.rect);
  return coloursOf(pixels);
}

/** Each pixel's colour; a loop, since `from` with a function takes a second for some pages. */
function coloursOf({ values, palette }: Pixels): Uint32Array {
  const colours = new Uint32Array(values.length);
  for (let at = 0; at < values.length; at += 1) colours[at] = palette.colours[values[at] ?? 0] ?? -1;
  return colours;
}

const valueOf = (colour: string): number => Number.parseInt(colour.slice(1), 16);

/** Jest compares 150,000 numbers one by one, and takes its time. */
const isSame = (one: Uint32Array, other: Uint32Array): boolean =>
  Buffer.from(one.buffer).equals(Buffer.from(other.buffer));

test.each(NAMES)('%s leaves nothing bare and draws on its ground', (name) => {
  for (const repeat of [0, 1, 2, 4]) {
    const values = painted(name, `seed ${String(repeat)}`, { ...FIELD, repeat });
    const counts = FIELD.colours.map((colour) => {
      const pixel = valueOf(colour);
      return values.filter((value) => value === pixel).length;
    });
    expect(values.includes(valueOf('#000000'))).toBe(false);
    expect(Math.max(...counts.slice(1))).toBeGreaterThan(values.length / 20);
    expect(Math.max(...counts)).toBeLessThan(values.length * 0.95);
  }
});

test.each(NAMES)('%s is the same for the same seed', (name) => {
  expect(isSame(painted(name, 'one'), painted(name, 'one'))).toBe(true);
});

test.each(NAMES.filter((name) => PATTERNS[name].tiled))(
  '%s laid as a tile is what is drawn at length',
  (name) => {
    const whole = painted(name, 'tile');
    const tile = { ...FIELD.rect, width: 160, height: 160 };
    const pixels = page(320, 480, '#000000');
    paint(pixels, PATTERNS[name].draw({ ...FIELD, rect: tile }, sequence('tile')), tile);
    repeatTile(pixels, FIELD.rect, 160);
    expect(isSame(coloursOf(pixels), whole)).toBe(true);
  },
);
