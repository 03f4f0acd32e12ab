import fc from 'fast-check';
import { measure } from '../src/text/sniff.js';

const bytes = (...parts: (string | number[])[]): Uint8Array =>
  Uint8Array.from(
    parts.flatMap((part) => (typeof part === 'string' ? [...part].map((mark) => mark.charCodeAt(0)) : part)),
  );

const PNG = bytes(
  '\u0089PNG\r\n\u001A\n',
  [0, 0, 0, 13],
  'IHDR',
  [0, 0, 1, 2, 0, 0, 0, 3, 8, 2, 0, 0, 0, 0, 0, 0, 0],
);
const GIF = bytes('GIF89a', [5, 0, 6, 1, 0, 0, 0]);
// An application segment, fill, and the frame behind it.
const JPEG = bytes([0xff, 0xd8, 0xff, 0xe0, 0, 4, 1, 2, 0xff, 0xff, 0xc2, 0, 17, 8, 1, 0, 2, 0, 3, 0, 0]);
const webp = (chunk: string, data: number[]): Uint8Array =>
  bytes('RIFF', [0, 0, 0, 0], 'WEBP', chunk, [0, 0, 0, 0], data);
const padded = (data: number[]): number[] => [...data, ...Array.from({ length: 14 - data.length }, () => 0)];

test.each([
  ['PNG', PNG, { mediaType: 'image/png', extension: 'png', width: 258, height: 3 }],
  ['GIF', GIF, { mediaType: 'image/gif', extension: 'gif', width: 5, height: 262 }],
  ['JPEG', JPEG, { mediaType: 'image/jpeg', extension: 'jpg', width: 512, height: 256 }],
  [
    'lossy WebP',
    webp('VP8 ', padded([0, 0, 0, 0x9d, 0x01, 0x2a, 16, 0x40, 32, 0])),
    { mediaType: 'image/webp', extension: 'webp', width: 16, height: 32 },
  ],
  [
    'lossless WebP',
    webp('VP8L', padded([0x2f, 9, 0x40, 1, 0])),
    { mediaType: 'image/webp', extension: 'webp', width: 10, height: 6 },
  ],
  [
    'extended WebP',
    webp('VP8X', padded([0, 0, 0, 0, 0xff, 1, 0, 1, 2, 0])),
    { mediaType: 'image/webp', extension: 'webp', width: 512, height: 514 },
  ],
])('%s', (_name, image, expected) => {
  expect(measure(image)).toEqual(expected);
});

test.each([
  ['nothing', bytes()],
  ['text', bytes('An image, honestly.')],
  ['a PNG cut off', PNG.subarray(0, 20)],
  ['a GIF cut off', GIF.subarray(0, 8)],
  ['a JPEG without a frame', JPEG.subarray(0, 9)],
  ['a JPEG whose segment has no length', bytes([0xff, 0xd8, 0xff, 0xe0, 0, 0, 0, 0, 0, 0, 0, 0])],
  ['an image of no height', bytes('GIF89a', [5, 0, 0, 0, 0, 0, 0])],
  ['WebP of no known kind', webp('VP9 ', padded([]))],
])('%s is no image', (_name, image) => {
  expect(measure(image)).toBeUndefined();
});

test('never throws, and ends in time, whatever the bytes', () => {
  const start = fc.constantFrom(PNG, GIF, JPEG, webp('VP8X', padded([])), bytes([0xff, 0xd8]));
  fc.assert(
    fc.property(start, fc.nat(40), fc.uint8Array({ maxLength: 60 }), (head, cut, rest) => {
      const image = Uint8Array.from([...head.subarray(0, cut), ...rest]);
      const size = measure(image);
      expect(size === undefined || (size.width > 0 && size.height > 0)).toBe(true);
    }),
  );
});
