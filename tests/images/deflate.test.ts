import { inflateSync } from 'node:zlib';
import fc from 'fast-check';
import { zlibOf } from '../../src/images/cover/deflate.js';
import { codeFor } from '../../src/images/cover/huffman.js';

const unpacked = (bytes: Uint8Array, stride: number) => new Uint8Array(inflateSync(zlibOf(bytes, stride)));

/** Rows as pictures have them: runs of few values, many rows as the row above. */
const PICTURE = fc
  .record({
    width: fc.integer({ min: 1, max: 700 }),
    rows: fc.array(
      fc.record({ times: fc.integer({ min: 1, max: 300 }), runs: fc.array(fc.nat(255), { maxLength: 9 }) }),
      {
        minLength: 1,
        maxLength: 12,
      },
    ),
  })
  .map(({ width, rows }) => {
    const lines = rows.flatMap(({ times, runs }) => {
      const line = Uint8Array.from(
        { length: width },
        (_, at) => runs[Math.floor((at / width) * runs.length)] ?? 0,
      );
      return Array.from({ length: times }, () => line);
    });
    return { width, bytes: new Uint8Array(Buffer.concat(lines)) };
  });

test('what is packed is unpacked as it was: pictures', () => {
  fc.assert(fc.property(PICTURE, ({ width, bytes }) => Buffer.compare(unpacked(bytes, width), bytes) === 0));
});

test('what is packed is unpacked as it was: any bytes', () => {
  const bytes = fc.oneof(
    fc.uint8Array({ minLength: 1, maxLength: 3000 }),
    fc.uint8Array({ minLength: 1, maxLength: 3000, max: 2 }),
  );
  fc.assert(
    fc.property(
      bytes,
      fc.integer({ min: 1, max: 4000 }),
      (one, stride) => Buffer.compare(unpacked(one, stride), one) === 0,
    ),
  );
});

test('a page of one colour is next to nothing, noise no more than itself', () => {
  expect(zlibOf(new Uint8Array(601 * 1920), 601).length).toBeLessThan(6000);
  const noise = Uint8Array.from({ length: 50_000 }, (_, at) => Math.imul(at + 1, 0x9e3779b1) >>> 13);
  expect(zlibOf(noise, 500).length).toBeLessThan(noise.length * 1.02 + 300);
});

test('no word of a code is longer than is asked for, and they fill the code', () => {
  const counts = Array.from({ length: 40 }, (_, symbol) => Math.round(1.7 ** symbol));
  for (const most of [6, 7, 15]) {
    const { lengths } = codeFor(counts, most);
    expect(Math.max(...lengths)).toBeLessThanOrEqual(most);
    expect([...lengths].reduce((sum, length) => sum + 2 ** -length, 0)).toBe(1);
  }
});
