import { readFileSync } from 'node:fs';
/** Generated covers: valid for any wording, the same every time, the book's own. */
import { createHash } from 'node:crypto';
import fc from 'fast-check';
import Vips from 'wasm-vips';
import { coverFile } from '../../src/images/cover/index.js';
import type { CoverSubject, Wording } from '../../src/images/cover/subject.js';
import { designOf, setWording } from '../../src/images/cover/designs/index.js';
import { CLASSIC, MODERN, PLAIN } from '../../src/images/cover/palettes.js';
import { PATTERNS } from '../../src/images/cover/patterns/index.js';
import { rgb, type Colour } from '../../src/images/cover/pixels.js';
import { sequence } from '../../src/images/cover/random.js';
import { ADDED } from '../../src/images/cover/text/block.js';
import { FACES, PACKS } from '../../src/images/cover/text/faces.js';
import { openFonts } from '../../src/images/cover/text/fonts.js';
import { measure } from '../../src/text/sniff.js';
import { readPackageFile } from '../../src/io/packages.js';
import { runs } from '../seed.js';

const SUBJECT: CoverSubject = {
  theme: 'classic',
  identifier: 'urn:uuid:1',
  title: 'Until Wanted',
  subtitle: 'A Novelette',
  authors: 'Marian Thirsk',
  credit: '',
};
const cover = async (more: Partial<CoverSubject> = {}) => coverFile({ ...SUBJECT, ...more }, readPackageFile);

const hashOf = ({ bytes }: { bytes: Uint8Array }): string => createHash('sha256').update(bytes).digest('hex');

let vips: typeof Vips;
beforeAll(async () => {
  vips = await Vips({ dynamicLibraries: [] });
});
afterAll(() => {
  vips.shutdown();
});

/** Decodes a file to its last row, and gives the mean of its pixels. */
function decode(bytes: Uint8Array): { width: number; height: number; mean: number } {
  const image = vips.Image.newFromBuffer(bytes, '', { fail_on: 'warning' });
  return { width: image.width, height: image.height, mean: image.avg() };
}

test.each(['classic', 'modern', 'plain', 'a-theme-of-my-own'])('%s: a PNG of 1200 × 1920', async (theme) => {
  const { bytes, missing } = await cover({ theme });
  expect(measure(bytes)).toMatchObject({ mediaType: 'image/png', width: 1200, height: 1920 });
  expect(decode(bytes)).toMatchObject({ width: 1200, height: 1920 });
  expect(missing).toEqual([]);
});

test('a theme without a design of its own has the cover of classic', async () => {
  expect(hashOf(await cover({ theme: 'mine' }))).toBe(hashOf(await cover()));
});

test('the same subject gives the same bytes; another book, theme or title gives others', async () => {
  const hash = hashOf(await cover());
  expect(hashOf(await cover())).toBe(hash);
  for (const other of [{ identifier: 'urn:uuid:2' }, { theme: 'modern' }, { title: 'Until Needed' }]) {
    expect(hashOf(await cover(other))).not.toBe(hash);
  }
});

test.each([
  ['Cyrillic', 'Преступление и наказание'],
  ['Greek', 'Ἡ Ὀδύσσεια τοῦ Ὁμήρου'],
  ['Hebrew', 'סיפור על אהבה וחושך'],
  ['Arabic', 'ألف ليلة وليلة'],
  ['Persian', 'بوف کور ۱۳۱۵'],
  ['simplified Chinese', '三体：地球往事'],
  ['traditional Chinese', '紅樓夢與水滸傳'],
  ['Japanese', '吾輩は猫である「上」'],
  ['Korean', '채식주의자'],
  ['Vietnamese', 'Nỗi buồn chiến tranh'],
  ['Polish', 'Zażółć gęślą jaźń'],
  ['two directions', 'The סיפור of 1984'],
])('%s has its letters', async (_, title) => {
  const { fontFor } = await openFonts(
    Object.values(FACES).map((face) => ({ text: title, face })),
    readPackageFile,
  );
  for (const face of Object.values(FACES)) {
    expect([...title].filter((letter) => !fontFor(letter, face))).toEqual([]);
  }
});

test('letters that no typeface has are told', async () => {
  expect((await cover({ title: 'ᚠᛇ and ᚠ' })).missing).toEqual(['ᚠ', 'ᛇ']);
});

test('letters of a typeface that is not installed are told, with its package', async () => {
  const read = async (file: string) => (file.includes('song-myung') ? undefined : readPackageFile(file));
  const { missing, absent } = await coverFile({ ...SUBJECT, title: '봄 and a ferry' }, read);
  expect(missing).toEqual(['봄']);
  expect(absent).toEqual(['@expo-google-fonts/song-myung/400Regular/SongMyung_400Regular.ttf']);
});

test('typefaces that are installed apart are optional for the package', () => {
  const { peerDependenciesMeta } = JSON.parse(readFileSync('package.json', 'utf8')) as {
    peerDependenciesMeta: Record<string, unknown>;
  };
  for (const name of PACKS) expect(peerDependenciesMeta).toHaveProperty([name], { optional: true });
});

test('any wording at all gives a cover that can be decoded', async () => {
  const text = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 60 }),
    fc.string({ unit: 'grapheme', maxLength: 300 }),
    fc.lorem({ maxCount: 60 }),
  );
  const theme = fc.constantFrom('classic', 'modern', 'plain');
  const subject = fc.record({
    theme,
    identifier: fc.string(),
    title: text,
    subtitle: text,
    authors: text,
    credit: text,
  });
  await fc.assert(
    fc.asyncProperty(subject, async (value) => {
      const { bytes } = await coverFile(value, readPackageFile);
      expect(decode(bytes)).toMatchObject({ width: 1200, height: 1920 });
    }),
    runs(2),
  );
});

/** A wording that fills every part of a cover. */
const FULL: Wording = {
  title: 'The Remarkable History of the Lighthouse-Keeper’s Second Daughter and All Her Voyages',
  subtitle: 'Being a True Account of Her Quarrels and Discoveries in the Northern Archipelago, in Six Parts',
  authors: 'Margaret\u00A0Ashworth-Llewellyn, Tomás\u00A0Ó\u00A0Súilleabháin, Ida\u00A0Farrow',
  credit: 'edited by Cy Mole',
};

async function scene(theme: string, wording: Wording, seed: string) {
  const design = designOf(theme);
  const parts = Object.keys(wording) as (keyof Wording)[];
  const texts = parts.map((part) => ({ text: wording[part] + ADDED, face: design.styles[part].face }));
  const { fontFor } = await openFonts(texts, readPackageFile);
  const blocks = setWording(wording, design, fontFor);
  return { blocks, ...design.draw(blocks, sequence(seed)) };
}

test.each(['modern', 'plain'])('%s: no letter stands on the pattern', async (theme) => {
  for (const seed of ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h']) {
    const { ornament, shapes } = await scene(theme, FULL, seed);
    const ys = shapes.flatMap(({ polygons }) =>
      polygons.flatMap((polygon) => polygon.filter((_, at) => at % 2)),
    );
    expect(Math.max(...ys)).toBeLessThan(ornament.rect.y);
    expect(ornament.rect.height).toBeGreaterThan(100);
  }
});

test('a word that no line holds is cut with a hyphen', async () => {
  const { blocks } = await scene('classic', { ...FULL, title: 'Donaudampf'.repeat(5) }, 'a');
  const { blocks: spoken } = await scene(
    'classic',
    { ...FULL, title: `${'Donaudampf'.repeat(2)}Donau-` },
    'a',
  );
  const [hyphen] = (spoken.title.lines.at(-1)?.glyphs ?? []).slice(-1);
  const ends = blocks.title.lines.map(({ glyphs }) => glyphs.at(-1)?.id === hyphen?.id);
  expect(ends).toEqual([...Array.from({ length: ends.length - 1 }, () => true), false]);
  expect(ends.length).toBeGreaterThan(1);
});

test('a title of 10,000 letters, in words or in one, is shortened and takes no time', async () => {
  const began = process.cpuUsage();
  for (const title of ['word '.repeat(2000), 'x'.repeat(10_000), '字'.repeat(10_000)]) {
    expect(decode((await cover({ title })).bytes).height).toBe(1920);
  }
  expect(process.cpuUsage(began).user / 1000).toBeLessThan(15_000);
});

test('identifiers choose among many covers', () => {
  const first = Array.from({ length: 200 }, (_, index) => sequence(`urn:uuid:${String(index)}`)());
  const tenths = new Set(first.map((value) => Math.floor(value * 10)));
  expect(tenths.size).toBe(10);
  expect(new Set(first).size).toBe(200);
  expect(Object.keys(PATTERNS).length * CLASSIC.length).toBeGreaterThan(100);
});

/** Contrast of two colours: https://www.w3.org/TR/WCAG22/#dfn-contrast-ratio */
function contrast(one: Colour, other: Colour): number {
  const luminance = (colour: Colour) => {
    const [r, g, b] = rgb(colour).map((value) => {
      const share = value / 255;
      return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
    });
    return 0.2126 * (r ?? 0) + 0.7152 * (g ?? 0) + 0.0722 * (b ?? 0);
  };
  const [light = 0, dark = 0] = [luminance(one), luminance(other)].sort((a, b) => b - a);
  return (light + 0.05) / (dark + 0.05);
}

test.each([...CLASSIC, ...MODERN, ...PLAIN].map((palette) => [palette.ground, palette]))(
  'on %s the title is legible',
  (_, { ground, ink }) => {
    expect(contrast(ground, ink)).toBeGreaterThanOrEqual(4.5);
  },
);
