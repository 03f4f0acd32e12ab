/** Polygons to pixels to JPEG, held against geometry and against another decoder. */
import fc from 'fast-check';
import Vips from 'wasm-vips';
import { encodeJpeg } from '../../src/images/cover/jpeg/encode.js';
import { page, pixelOf, type Pixels } from '../../src/images/cover/pixels.js';
import { sequence } from '../../src/images/cover/random.js';
import { paint, repeatTile } from '../../src/images/cover/raster.js';
import { disc, rectangle, ring, type Polygon } from '../../src/images/cover/shapes.js';

const WHITE = pixelOf('#ffffff');
const whole = ({ width, height }: Pixels) => ({ x: 0, y: 0, width, height });

const corner = fc.oneof(fc.integer({ min: -20, max: 90 }), fc.double({ min: -20, max: 90, noNaN: true }));
const box = fc
  .tuple(corner, corner, fc.integer({ min: 1, max: 70 }), fc.integer({ min: 1, max: 70 }))
  .map(([x, y, width, height]) => rectangle({ x, y, width, height }));
const triangle = fc.array(corner, { minLength: 6, maxLength: 6 });
const shape = fc.record({
  polygons: fc.array(fc.oneof(box, triangle), { minLength: 1, maxLength: 2 }),
  fill: fc.constantFrom('#000000', '#cc2200', '#2200cc'),
});

/** The area that black polygons cover on a white page, by the brightness that is left. */
function blackArea(polygons: Polygon[], size = 200): number {
  const pixels = page(size, size, '#ffffff');
  paint(pixels, [{ polygons, fill: '#000000' }], whole(pixels));
  return pixels.values.reduce((sum, value) => sum + (255 - (value >>> 16)) / 255, 0);
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
  ['a sliver', [[10, 10, 190, 10.2, 190, 10.4]], 0.5 * 180 * 0.2],
])('%s covers its area', (_, polygons, area) => {
  expect(Math.abs(blackArea(polygons as Polygon[]) - area)).toBeLessThan(Math.max(0.5, area * 0.002));
});

test('nothing is painted outside of the clip', () => {
  const pixels = page(64, 64, '#ffffff');
  paint(pixels, [{ polygons: [disc(32, 32, 60)], fill: '#000000' }], { x: 8, y: 16, width: 8, height: 8 });
  const changed = [...pixels.values.keys()].filter((at) => pixels.values[at] !== WHITE);
  expect(changed).toHaveLength(64);
  expect(changed[0]).toBe(16 * 64 + 8);
});

test('tiles repeat the first square and leave the rest of the page', () => {
  const pixels = page(64, 64, '#ffffff');
  paint(pixels, [{ polygons: [disc(12, 12, 5)], fill: '#000000' }], { x: 4, y: 4, width: 16, height: 16 });
  repeatTile(pixels, { x: 4, y: 4, width: 50, height: 40 }, 16);
  const at = (x: number, y: number) => pixels.values[y * 64 + x];
  expect(at(12, 12)).toBe(at(28, 28));
  expect(at(28, 12)).toBe(pixelOf('#000000'));
  expect(at(28, 28)).toBe(pixelOf('#000000'));
  expect(at(44, 12)).toBe(pixelOf('#000000'));
  expect(at(4, 36)).toBe(WHITE);
  expect(at(60, 12)).toBe(WHITE);
  expect(at(12, 60)).toBe(WHITE);
});

test('a row of two colours within a block is known, whatever is painted', () => {
  fc.assert(
    fc.property(fc.array(shape, { maxLength: 8 }), fc.constantFrom(undefined, 8, 16, 12), (shapes, tile) => {
      const pixels = page(64, 64, '#ffffff');
      paint(pixels, shapes, whole(pixels));
      if (tile !== undefined) repeatTile(pixels, { x: 16, y: 8, width: 40, height: 48 }, tile);
      paint(pixels, shapes.slice(0, 2), { x: 3, y: 5, width: 50, height: 50 });
      const wrong = [...pixels.values.keys()].filter((at) => {
        const block = (at >> 9) * 8 + ((at & 63) >> 3);
        return pixels.mixed[block] === 0 && pixels.values[at] !== pixels.values[at & ~7];
      });
      expect(wrong).toEqual([]);
    }),
  );
});

describe('the JPEG', () => {
  /** A page of random polygons in random colours. */
  function picture(seed: string): Pixels {
    const random = sequence(seed);
    const pixels = page(160, 96, '#336699');
    const shapes = Array.from({ length: 12 }, () => ({
      polygons: [Array.from({ length: 6 }, (_, index) => random() * (index % 2 === 0 ? 160 : 96))],
      fill: `#${Math.floor(random() * 0xffffff)
        .toString(16)
        .padStart(6, '0')}` as const,
    }));
    paint(pixels, shapes, whole(pixels));
    return pixels;
  }

  /** A pixel's red, green and blue, from its brightness and colour differences. */
  function colours(value: number): number[] {
    const [y, cb, cr] = [value >>> 16, ((value >>> 8) & 0xff) - 128, (value & 0xff) - 128];
    return [y + 1.402 * cr, y - 0.344136 * cb - 0.714136 * cr, y + 1.772 * cb].map((channel) =>
      Math.min(255, Math.max(0, channel)),
    );
  }

  test('decodes to what was painted', async () => {
    const vips = await Vips({ dynamicLibraries: [] });
    try {
      for (const seed of ['a', 'b', 'c', 'd']) {
        const pixels = picture(seed);
        const image = vips.Image.newFromBuffer(encodeJpeg(pixels, 95), '', { fail_on: 'warning' });
        const decoded = image.writeToMemory();
        const expected = [...pixels.values].flatMap(colours);
        const squares = expected.reduce((sum, value, index) => sum + (value - (decoded[index] ?? 0)) ** 2, 0);
        // 32 dB and more, as encoders of this quality have.
        expect(Math.sqrt(squares / expected.length)).toBeLessThan(6);
      }
    } finally {
      vips.shutdown();
    }
  });

  test('of one colour is that colour', async () => {
    const vips = await Vips({ dynamicLibraries: [] });
    try {
      for (const colour of ['#000000', '#ffffff', '#c93f24', '#12406b'] as const) {
        const decoded = vips.Image.newFromBuffer(encodeJpeg(page(32, 16, colour), 82)).writeToMemory();
        const expected = colours(pixelOf(colour));
        expect(decoded.every((value, index) => Math.abs(value - (expected[index % 3] ?? 0)) <= 6)).toBe(true);
      }
    } finally {
      vips.shutdown();
    }
  });

  test('has sides that are multiples of 8', () => {
    expect(() => encodeJpeg(page(10, 16, '#000000'), 82)).toThrow(RangeError);
  });
});
