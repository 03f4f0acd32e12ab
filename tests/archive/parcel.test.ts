import { strToU8, zipSync } from 'fflate';
import { DAMAGED, openParcel, packParcel, UNSAFE } from '../../src/archive/parcel.js';

const FILES = new Map([
  ['manuscripts/b/1.md', strToU8('One. '.repeat(100))],
  ['manuscripts/b/__proto__', strToU8('x')],
  ['manuscripts/b/10.md', strToU8('Ten')],
  ['manuscripts/b/é.png', Uint8Array.of(1, 2, 3)],
]);

const codeOf = (bytes: Uint8Array): unknown => {
  try {
    openParcel(bytes);
    return 'opened';
  } catch (cause) {
    return (cause as NodeJS.ErrnoException).code;
  }
};

test('a parcel gives back what went in, and the same files are the same bytes', () => {
  const parcel = packParcel(FILES);
  expect(new Map([...openParcel(parcel)].map(([name, bytes]) => [name, Buffer.from(bytes)]))).toEqual(
    new Map([...FILES].map(([name, bytes]) => [name, Buffer.from(bytes)])),
  );
  expect(packParcel(new Map([...FILES].reverse()))).toEqual(parcel);
});

test('the bytes do not depend on the time zone', () => {
  const before = process.env.TZ;
  const packed = ['UTC', 'Pacific/Kiritimati', 'America/Adak'].map((zone) => {
    process.env.TZ = zone;
    return Buffer.from(packParcel(FILES)).toString('hex');
  });
  process.env.TZ = before;
  expect(new Set(packed).size).toBe(1);
});

test.each([
  '../evil.md',
  'manuscripts/../../evil.md',
  '/etc/passwd',
  'C:/evil.md',
  'manuscripts\\evil.md',
  'manuscripts//evil.md',
  './evil.md',
  'manuscripts/nul\0.md',
  'x/'.repeat(600) + 'deep.md',
])('a path that leaves the folder is refused: %j', (name) => {
  expect(codeOf(zipSync({ 'manuscripts/b.md': strToU8('x'), [name]: strToU8('x') }))).toBe(UNSAFE);
});

test('a parcel that would fill a computer is refused before it is unpacked', () => {
  const many = Object.fromEntries(Array.from({ length: 20_001 }, (_, index) => [`a/${index}`, strToU8('')]));
  expect(codeOf(zipSync(many, { level: 0 }))).toBe(UNSAFE);
  const bomb = Buffer.from(zipSync({ 'a.md': new Uint8Array(1000) }));
  // The size that the directory states, 24 bytes into its entry.
  bomb.writeUInt32LE(600 * 1024 * 1024, bomb.indexOf('PK\u0001\u0002') + 24);
  expect(codeOf(bomb)).toBe(UNSAFE);
});

test('a damaged parcel is none', () => {
  const parcel = packParcel(FILES);
  expect(codeOf(parcel.subarray(0, -30))).toBe(DAMAGED);
  const flipped = Uint8Array.from(parcel);
  flipped[60] = (flipped[60] ?? 0) ^ 255;
  expect(codeOf(flipped)).toBe(DAMAGED);
  expect(codeOf(strToU8('no archive'))).toBe(DAMAGED);
});
