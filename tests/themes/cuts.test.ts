import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join, relative } from 'node:path';
import { crc32, inflateRawSync } from 'node:zlib';
import { readSubsetter } from '../../src/io/themes.js';
import { aheadName } from '../../src/io/fonts.js';
import { CUTS, cutFor, isIn, pointsIn, rangesOf } from '../../src/themes/fonts/cuts.js';
import { subsetterOf } from '../../src/themes/fonts/subset.js';

const installed = createRequire(import.meta.url);
const GARAMOND = '@expo-google-fonts/eb-garamond/400Regular/EBGaramond_400Regular.ttf';
const SOURCE_SANS = '@expo-google-fonts/source-sans-3/400Regular/SourceSans3_400Regular.ttf';
const garamond = new Uint8Array(readFileSync(installed.resolve(GARAMOND)));
const has = rangesOf(garamond);
const points = (text: string) => Array.from(text, (character) => character.codePointAt(0) ?? 0);
const nameFor = (text: string) => cutFor(points(text), has)?.name;

test.each([
  ['The ferry’s late — “again” …', 'english'],
  ['Le café d’à côté, Ærø', 'western'],
  ['Łódź, Škoda, Șerban', 'latin'],
  ['Ἀλλά', undefined],
  ['λόγος', 'greek'],
  ['Мѣсяцъ и море', 'cyrillic'],
  ['λόγος и слово', undefined],
  ['Việt Nam', undefined],
  // The typeface has none of these: they ask for nothing.
  ['東京 שלום 😀 plain', 'english'],
])('%s is set from the cut %s', (text, name) => {
  expect(nameFor(text)).toBe(name);
});

test('a row that holds another stands behind it, and no row has a stretch that ends before it begins', () => {
  for (const [index, { ranges }] of CUTS.entries()) {
    for (const later of CUTS.slice(index + 1))
      expect(pointsIn(later.ranges).every((point) => isIn(point, ranges))).toBe(false);
    for (let at = 0; at < ranges.length; at += 2)
      expect(ranges[at + 1]).toBeGreaterThanOrEqual(ranges[at] ?? 0);
  }
});

test('what a font has is read from its table: HarfBuzz finds no letter beyond', async () => {
  const subset = subsetterOf(await readSubsetter());
  // Letters alone: for a sign that mirrors another, HarfBuzz keeps that one too.
  const beyond = Array.from({ length: 0x3000 }, (_, point) => point).filter(
    (point) => !isIn(point, has) && /\p{L}/u.test(String.fromCodePoint(point)),
  );
  const nothing = subset(garamond, []);
  expect(subset(garamond, beyond)?.length).toBe(nothing?.length);
  expect(subset(garamond, [...beyond, 0x41])?.length).toBeGreaterThan(nothing?.length ?? Infinity);
  expect(rangesOf(new Uint8Array(20))).toEqual([]);
});

test('what is cut ahead of time is what a build cuts, with its licence; a font with a reserved name is not', async () => {
  const { cutFonts } = (await import('../../scripts/fonts.mjs' as string)) as {
    cutFonts: (folder: string, only: string[]) => Promise<void>;
  };
  const folder = mkdtempSync('tests/.lib/fonts-');
  try {
    await cutFonts(relative(process.cwd(), folder), [GARAMOND, SOURCE_SANS]);
    const file = (ending: string) => readFileSync(join(folder, 'fonts', `${aheadName(GARAMOND)}.${ending}`));
    const { cuts } = JSON.parse(file('json').toString()) as {
      cuts: Record<string, { size: number; crc: number }>;
    };
    const subset = subsetterOf(await readSubsetter());
    for (const { name, ranges } of CUTS) {
      const bytes = inflateRawSync(file(name));
      expect(Buffer.compare(bytes, subset(garamond, pointsIn(ranges)) ?? Buffer.alloc(0))).toBe(0);
      expect(cuts[name]).toEqual({ size: bytes.length, crc: crc32(bytes) });
    }
    expect(file('LICENSE').toString()).toContain('EB Garamond Project');
    expect(() => readFileSync(join(folder, 'fonts', `${aheadName(SOURCE_SANS)}.json`))).toThrow();
  } finally {
    rmSync(folder, { recursive: true });
  }
});
