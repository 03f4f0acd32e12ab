/** Images made ready: what is told beside the picture goes, what lies on its side stands up, what is fine stays. */
import Vips from 'wasm-vips';
import { jpegParts } from '../../src/images/jpeg.js';
import { prepareImages } from '../../src/images/index.js';
import { withoutTexts } from '../../src/images/png.js';
import { measure } from '../../src/text/sniff.js';
import type { ReadyImage } from '../../src/types.js';

let vips: typeof Vips;
beforeAll(async () => {
  vips = await Vips({ dynamicLibraries: [] });
});
afterAll(() => {
  vips.shutdown();
});

/** A picture that is red on the left and blue on the right. */
function picture(width: number, height: number): Vips.Image {
  const red = vips.Image.black(width, height, { bands: 3 }).add([220, 10, 10]);
  const blue = vips.Image.black(Math.ceil(width / 2), height, { bands: 3 }).add([10, 10, 220]);
  return red
    .insert(blue, Math.floor(width / 2), 0)
    .cast('uchar')
    .copy({ interpretation: 'srgb' });
}

const jpeg = (width = 40, height = 20) => picture(width, height).jpegsaveBuffer({ Q: 90, keep: 'none' });
const png = (width = 40, height = 20) => picture(width, height).pngsaveBuffer({ keep: 'none' });

const ascii = (text: string): number[] => Array.from(text, (letter) => letter.charCodeAt(0));
const segment = (marker: number, data: readonly number[]): number[] => [
  ...[0xff, marker, (data.length + 2) >> 8, (data.length + 2) & 0xff],
  ...data,
];
/** A JPEG file with segments put behind its start. */
const withSegments = (bytes: Uint8Array, ...segments: number[][]): Uint8Array =>
  Uint8Array.from([...bytes.subarray(0, 2), ...segments.flat(), ...bytes.subarray(2)]);

/** An EXIF segment with an orientation, in either byte order, and a place behind it. */
function exif(orientation: number, order: 'II' | 'MM' = 'MM'): number[] {
  const short = (value: number) => (order === 'MM' ? [value >> 8, value & 0xff] : [value & 0xff, value >> 8]);
  const long = (value: number) => (order === 'MM' ? [0, 0, ...short(value)] : [...short(value), 0, 0]);
  const entry = [...short(0x0112), ...short(3), ...long(1), ...short(orientation), 0, 0];
  const tiff = [...ascii(order), ...short(42), ...long(8), ...short(1), ...entry, ...long(0)];
  return segment(0xe1, [...ascii('Exif\0\0'), ...tiff, ...ascii('GPS 53.4084 N 2.9916 W')]);
}

const said = (bytes: Uint8Array): string => Buffer.from(bytes).toString('latin1');

async function ready(bytes: Uint8Array, file = 'a.jpg'): Promise<ReadyImage & { messages: unknown[] }> {
  const place = { line: 3, column: 1 };
  const found = new Map([[file, { bytes }]]);
  const { value, messages } = await prepareImages(found, [{ file, path: 'one.md', place }]);
  return { ...(value.get(file) ?? { problem: 'missing' }), messages };
}

async function readyBytes(bytes: Uint8Array): Promise<Uint8Array> {
  const one = await ready(bytes);
  if (!('bytes' in one)) throw new Error(`The picture has a problem: ${one.problem}`);
  return one.bytes;
}

describe('what needs nothing keeps its bytes', () => {
  test.each([
    ['JPEG', () => jpeg()],
    ['PNG', () => png()],
    ['WebP', () => picture(40, 20).webpsaveBuffer({ keep: 'none' })],
    ['SVG', () => new TextEncoder().encode('<svg xmlns="http://www.w3.org/2000/svg"/>')],
    ['no image', () => new TextEncoder().encode('GIF? No.')],
    ['an image of the largest size', () => png(1600, 2560)],
    ['one that lies', () => png(2560, 1600)],
  ])('%s', async (_, make) => {
    const bytes = make();
    const { messages, ...one } = await ready(bytes);
    expect(one).toEqual({ bytes });
    expect(messages).toEqual([]);
  });

  test('problems stay problems', async () => {
    const { value } = await prepareImages(new Map([['a.png', { problem: 'missing' }]]), []);
    expect(value.get('a.png')).toEqual({ problem: 'missing' });
  });

  test('a moving GIF, however large', async () => {
    const frame = [0x2c, 0, 0, 0, 0, 1, 0, 1, 0, 0, 2, 2, 0x44, 1, 0];
    const header = [...ascii('GIF89a'), 0x10, 0x27, 0x10, 0x27, 0x80, 0, 0, 0, 0, 0, 255, 255, 255];
    const bytes = Uint8Array.from([...header, ...frame, ...frame, 0x3b]);
    const { messages, ...one } = await ready(bytes);
    expect(one).toEqual({ bytes });
    expect(messages).toEqual([]);
  });
});

describe('what is told beside the picture goes', () => {
  test('from a JPEG, and the picture keeps its bytes', async () => {
    const plain = jpeg();
    const told = withSegments(
      plain,
      exif(1),
      segment(0xe1, ascii('http://ns.adobe.com/xap/1.0/\0<x:xmpmeta>GPS</x:xmpmeta>')),
      segment(0xed, ascii('Photoshop 3.0\0GPS')),
      segment(0xe2, ascii('MPF\0GPS')),
      segment(0xfe, ascii('GPS: at home')),
    );
    const bytes = await readyBytes(Uint8Array.from([...told, ...ascii('GPS behind the end')]));
    expect(bytes).toEqual(plain);
    expect(said(told)).toContain('GPS');
    expect(said(bytes)).not.toContain('GPS');
  });

  test('but not its colour profile and Adobe\u2019s note on its colours', () => {
    const kept = [
      segment(0xe2, ascii('ICC_PROFILE\0\x01\x01sRGB')),
      segment(0xee, ascii('Adobe\0d\0\0\0\0\0')),
    ];
    const file = withSegments(jpeg(), ...kept);
    expect(jpegParts(file)?.bytes).toEqual(file);
  });

  test('from a PNG, and the picture keeps its bytes', async () => {
    const plain = png();
    const text = [0, 0, 0, 11, ...ascii('tEXt'), ...ascii('GPS\0at home'), 0, 0, 0, 0];
    const told = Uint8Array.from([...plain.subarray(0, 33), ...text, ...plain.subarray(33)]);
    expect(await readyBytes(told)).toEqual(plain);
  });

  test('from every scan of a progressive JPEG nothing of the picture goes', () => {
    const file = picture(64, 64).jpegsaveBuffer({ interlace: true, keep: 'none' });
    expect(jpegParts(file)?.bytes).toEqual(file);
  });

  test.each([0, 2, 20, 60])('a file cut off after %d bytes is nothing', (length) => {
    expect(jpegParts(jpeg().subarray(0, length))).toBeUndefined();
    expect(withoutTexts(png().subarray(0, length))).toBeUndefined();
  });
});

describe('what lies on its side', () => {
  test.each([
    [6, 'II', 20, 40],
    [8, 'MM', 20, 40],
    [3, 'MM', 40, 20],
  ] as const)('orientation %d, byte order %s', async (orientation, order, width, height) => {
    const bytes = await readyBytes(withSegments(jpeg(), exif(orientation, order)));
    expect(measure(bytes)).toMatchObject({ mediaType: 'image/jpeg', width, height });
    expect(said(bytes)).not.toContain('Exif');
    const [red = 0, , blue = 0] = vips.Image.newFromBuffer(bytes).getpoint(2, 2);
    // Turned by 90° clockwise the left is above; by 180° or 270° the right is at the left upper corner.
    expect(red > blue).toBe(orientation === 6);
  });
});

test('CMYK becomes RGB', async () => {
  const cmyk = picture(40, 20).colourspace('cmyk').jpegsaveBuffer({ keep: 'none' });
  expect(jpegParts(cmyk)?.components).toBe(4);
  const bytes = await readyBytes(cmyk);
  expect(jpegParts(bytes)?.components).toBe(3);
  const [red = 0, , blue = 0] = vips.Image.newFromBuffer(bytes).getpoint(2, 2);
  expect(red).toBeGreaterThan(blue + 100);
});

describe('what is too large', () => {
  test.each([
    ['JPEG', 3200, 2000, 2560, 1600, () => jpeg(3200, 2000)],
    ['PNG', 1700, 300, 1700, 300, () => png(1700, 300)],
    ['PNG', 1700, 5120, 850, 2560, () => png(1700, 5120)],
    ['WebP', 2000, 2000, 1600, 1600, () => picture(2000, 2000).webpsaveBuffer({ Q: 100, lossless: true })],
  ])('%s of %d × %d', async (_, _w, _h, width, height, make) => {
    const noisy = make();
    const one = await ready(noisy);
    if (!('bytes' in one)) throw new Error('The picture has a problem');
    // A flat picture may be as small as it was: then it stays.
    expect([measure(noisy), { width, height }]).toContainEqual(
      expect.objectContaining({ width: measure(one.bytes)?.width, height: measure(one.bytes)?.height }),
    );
    expect(one.bytes.length).toBeLessThanOrEqual(noisy.length);
  });

  test('a photograph is scaled, and the author told', async () => {
    const noise = vips.Image.gaussnoise(3000, 2400, { mean: 128, sigma: 40, seed: 1 }).cast('uchar');
    const { messages, ...one } = await ready(noise.jpegsaveBuffer({ Q: 90 }));
    expect('bytes' in one && measure(one.bytes)).toMatchObject({ width: 2000, height: 1600 });
    expect(messages).toMatchObject([
      { id: 'image:scaled', severity: 'info', path: 'one.md', place: { line: 3, column: 1 } },
    ]);
  });

  test('twice the same bytes', async () => {
    const file = jpeg(3200, 2400);
    expect(Buffer.from(await readyBytes(file)).equals(await readyBytes(file))).toBe(true);
  });

  test.each([
    [30_000, 10],
    [16_000, 16_000],
    [0x7fff_ffff, 0x7fff_ffff],
  ])('%d × %d pixels are never decoded', async (width, height) => {
    const bytes = png();
    const header = new DataView(bytes.buffer, bytes.byteOffset);
    header.setUint32(16, width);
    header.setUint32(20, height);
    expect(await ready(bytes)).toEqual({ problem: 'too-many-pixels', messages: [] });
  });
});

test('a picture that must be decoded and cannot be is a problem', async () => {
  const file = withSegments(jpeg(), exif(6));
  expect(await ready(file.subarray(0, file.length - 300))).toMatchObject({ problem: 'broken' });
});

describe('a picture that is not whole', () => {
  const files = () => ({
    png: Buffer.from(png(300, 200)),
    gif: Buffer.from(picture(300, 200).gifsaveBuffer()),
    webp: Buffer.from(picture(300, 200).webpsaveBuffer({ lossless: true })),
  });
  const KINDS = ['png', 'gif', 'webp'] as const;

  test.each(KINDS)('a %s that is whole stays as it is', async (kind) => {
    expect(await ready(files()[kind])).toHaveProperty('bytes');
  });

  test.each(KINDS)('a %s that ends early is a problem, wherever it ends', async (kind) => {
    const file = files()[kind];
    for (const share of [0.3, 0.5, 0.9])
      expect(await ready(file.subarray(0, Math.ceil(file.length * share)))).toMatchObject({
        problem: 'broken',
      });
  });

  test.each(['gif', 'webp'] as const)('a %s whose codes are noise is a problem', async (kind) => {
    const noise = Buffer.from(files()[kind]);
    noise.fill(
      0xff,
      kind === 'gif' ? noise.length - 60 : 40,
      kind === 'gif' ? noise.length - 2 : noise.length,
    );
    expect(await ready(noise)).toMatchObject({ problem: 'broken' });
  });

  test('a GIF whose pixels are too few, or none, is a problem', async () => {
    const taller = files().gif;
    // The image itself has a height beside that of the screen.
    taller.writeUInt16LE(1000, taller.indexOf(Buffer.from([0x2c, 0, 0, 0, 0])) + 7);
    expect(await ready(taller)).toMatchObject({ problem: 'broken' });
    const none = Buffer.from('R0lGODlhAQABAIAAAP///wAAACwAAAAAAQABAAACADs=', 'base64');
    expect(await ready(none)).toMatchObject({ problem: 'broken' });
  });

  test('a PNG that says to be far larger than its bytes can be is a problem', async () => {
    const larger = files().png;
    larger.writeUInt32BE(10_000, 16);
    larger.writeUInt32BE(10_000, 20);
    expect(await ready(larger)).toMatchObject({ problem: 'broken' });
  });

  test('a WebP of a photograph whose picture is not there is a problem', async () => {
    const photograph = Buffer.from(picture(300, 200).webpsaveBuffer({ Q: 50 }));
    expect(await ready(photograph)).toHaveProperty('bytes');
    const none = Buffer.from(photograph);
    none.fill(0, none.indexOf('VP8 ') + 8);
    expect(await ready(none)).toMatchObject({ problem: 'broken' });
  });

  test('a PNG whose pixels are too few, or no pixels at all, is a problem', async () => {
    const file = files().png;
    const taller = Buffer.from(file);
    taller.writeUInt32BE(1000, 20);
    expect(await ready(taller)).toMatchObject({ problem: 'broken' });
    const noise = Buffer.from(file);
    const data = noise.indexOf('IDAT') + 4;
    noise.fill(0xff, data, data + 40);
    expect(await ready(noise)).toMatchObject({ problem: 'broken' });
  });
});
