/** Polygons to pixels to PNG, held against geometry and against another decoder. */
import Vips from 'wasm-vips';
import { channels, page, type Pixels } from '../../src/images/cover/pixels.js';
import { encodePng } from '../../src/images/cover/png.js';
import { sequence } from '../../src/images/cover/random.js';
import { paint, repeatTile } from '../../src/images/cover/raster.js';
import { disc, rectangle, ring, type Polygon } from '../../src/images/cover/shapes.js';

const WHITE = 0xffffff;
const BLACK = 0;
/** The page's pixels as colours, row by row. */
const coloursOf = ({ values, palette }: Pixels): number[] =>
  Array.from(values, (value) => palette.colours[value] ?? -1);
const whole = ({ width, height }: Pixels) => ({ x: 0, y: 0, width, height });

/** The area that black polygons cover on a white page, by the brightness that is left. */
function blackArea(polygons: Polygon[], size = 200): number {
  const pixels = page(size, size, '#ffffff');
  paint(pixels, [{ polygons, fill: '#000000' }], whole(pixels));
  return coloursOf(pixels).reduce((sum, value) => sum + (255 - (value >> 16)) / 255, 0);
}

test.each([
  [
    'a rectangle between pixels',
    [rectangle({ x: 10.25, y: 20.5, width: 50.5, height: 30.25 })],
    50.5 * 30.25,
  ],
  ['a triangle', [[0, 0, 100, 0, 0, 150]], 7500],
  ['a triangle the other way round', [[0, 0, 0, 150, 100, 0]], 7500],
  ['a disc', [disc(100, 100, 80)], Math.PI * 80 * 80],
  ['a ring with its hole', ring({ x: 100, y: 100, outer: 90, inner: 40 }), Math.PI * (90 * 90 - 40 * 40)],
  ['what reaches over the left side', [rectangle({ x: -50, y: 10, width: 100, height: 10 })], 500],
  ['what reaches over every side', [disc(100, 100, 900)], 200 * 200],
  ['what lies outside', [disc(-100, 100, 50), disc(100, 400, 50)], 0],
])('%s covers its area', (_, polygons, area) => {
  expect(Math.abs(blackArea(polygons as Polygon[]) - area)).toBeLessThan(Math.max(0.5, area * 0.002));
});

test('a sliver covers its area, each pixel to the nearest eighth', () => {
  const area = 0.5 * 180 * 0.2;
  expect(Math.abs(blackArea([[10, 10, 190, 10.2, 190, 10.4]]) - area)).toBeLessThan(180 / 16);
  expect(blackArea([[10, 10, 190, 10.2, 190, 10.4]])).toBeGreaterThan(area * 0.9);
});

test('nothing is painted outside of the clip', () => {
  const pixels = page(64, 64, '#ffffff');
  paint(pixels, [{ polygons: [disc(32, 32, 60)], fill: '#000000' }], { x: 8, y: 16, width: 8, height: 8 });
  const changed = [...coloursOf(pixels).entries()].flatMap(([at, colour]) => (colour === WHITE ? [] : [at]));
  expect(changed).toHaveLength(64);
  expect(changed[0]).toBe(16 * 64 + 8);
});

test('tiles repeat the first square and leave the rest of the page', () => {
  const pixels = page(64, 64, '#ffffff');
  paint(pixels, [{ polygons: [disc(12, 12, 5)], fill: '#000000' }], { x: 4, y: 4, width: 16, height: 16 });
  repeatTile(pixels, { x: 4, y: 4, width: 50, height: 40 }, 16);
  const colours = coloursOf(pixels);
  const at = (x: number, y: number) => colours[y * 64 + x];
  expect(at(12, 12)).toBe(at(28, 28));
  expect(at(28, 12)).toBe(BLACK);
  expect(at(28, 28)).toBe(BLACK);
  expect(at(44, 12)).toBe(BLACK);
  expect(at(4, 36)).toBe(WHITE);
  expect(at(60, 12)).toBe(WHITE);
  expect(at(12, 60)).toBe(WHITE);
});

describe('the PNG', () => {
  let vips: typeof Vips;
  beforeAll(async () => {
    vips = await Vips({ dynamicLibraries: [] });
  });
  afterAll(() => {
    vips.shutdown();
  });

  /** Red, green and blue of each pixel, as another decoder reads them. */
  const decoded = (bytes: Uint8Array): Uint8Array =>
    Uint8Array.from(vips.Image.newFromBuffer(bytes, '', { fail_on: 'warning' }).writeToMemory());

  /** A page of random polygons in `count` colours. */
  function picture(seed: string, count: number): Pixels {
    const random = sequence(seed);
    const pixels = page(160, 96, '#336699');
    const fills = Array.from({ length: count }, () => Math.floor(random() * 0xffffff));
    const shapes = fills.map((fill) => ({
      polygons: [Array.from({ length: 6 }, (_, index) => random() * (index % 2 === 0 ? 160 : 96))],
      fill: `#${fill.toString(16).padStart(6, '0')}` as const,
    }));
    paint(pixels, shapes, whole(pixels));
    return pixels;
  }

  test('of up to sixteen colours decodes to what was painted', () => {
    for (const seed of ['a', 'b', 'c', 'd']) {
      const pixels = picture(seed, 1);
      expect(pixels.palette.colours.length).toBeLessThanOrEqual(16);
      const expected = coloursOf(pixels).flatMap(channels);
      expect(Buffer.from(decoded(encodePng(pixels))).equals(Buffer.from(expected))).toBe(true);
    }
  });

  test('of more keeps the flat colours, and edges that nobody tells apart', () => {
    for (const seed of ['a', 'b', 'c', 'd']) {
      const pixels = picture(seed, 5);
      expect(pixels.palette.colours.length).toBeGreaterThan(16);
      const shown = decoded(encodePng(pixels));
      const expected = coloursOf(pixels).flatMap(channels);
      const squares = expected.reduce((sum, value, index) => sum + (value - (shown[index] ?? 0)) ** 2, 0);
      // 38 dB: a JPEG of quality 90 is no nearer.
      expect(Math.sqrt(squares / expected.length)).toBeLessThan(3.2);
    }
  });

  test('of more colours than a byte can number takes the nearest', () => {
    const pixels = picture('many', 200);
    expect(pixels.palette.colours).toHaveLength(256);
    expect(decoded(encodePng(pixels))).toHaveLength(160 * 96 * 3);
  });

  test('has a width that is even', () => {
    expect(() => encodePng(page(9, 16, '#000000'))).toThrow(RangeError);
  });
});
