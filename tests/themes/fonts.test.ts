import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { readSubsetter } from '../../src/io/themes.js';
import { dress, type Theme } from '../../src/themes/dress.js';
import { CodePoints, textUse } from '../../src/themes/fonts/characters.js';
import { fontKind, hasGlyphs } from '../../src/themes/fonts/sniff.js';
import { subsetterOf } from '../../src/themes/fonts/subset.js';
import type { ThemeFont } from '../../src/themes/manifest.js';

const installed = createRequire(import.meta.url);
const GARAMOND = '@expo-google-fonts/eb-garamond/400Regular/EBGaramond_400Regular.ttf';
const garamond = new Uint8Array(readFileSync(installed.resolve(GARAMOND)));
const subset = subsetterOf(await readSubsetter());

const font: ThemeFont = {
  family: 'EB Garamond',
  style: 'normal',
  weight: 400,
  from: { file: 'fonts/x.ttf' },
  place: { line: 3, column: 5 },
};
const theme: Theme = { name: 'mine', manifestPath: 'mine/theme.yaml', fonts: [font], css: 'p { top: 0 }\n' };
const codePoints = new CodePoints();
codePoints.add('Octavo');

describe('a font cut to a text', () => {
  test('is a font, a fraction of the whole, and the same every time', () => {
    const cut = subset(garamond, codePoints);
    expect(cut && hasGlyphs(cut)).toBe(true);
    expect(cut?.length).toBeLessThan(garamond.length / 20);
    expect(subset(garamond, codePoints)).toEqual(cut);
  });

  test('grows with the characters', () => {
    const more = subset(garamond, textUse('Octavo').codePoints);
    expect(more?.length).toBeGreaterThan(subset(garamond, codePoints)?.length ?? Infinity);
  });

  test('is nothing where the bytes are no font, and the next font is cut as before', () => {
    const header = garamond.subarray(0, 200);
    const noise = Uint8Array.from(garamond, (byte, index) => (index < 300 ? byte : (byte * 7 + index) % 256));
    const before = subset(garamond, codePoints);
    expect(subset(header, codePoints)).toBeUndefined();
    expect(subset(new Uint8Array(0), codePoints)).toBeUndefined();
    subset(noise, codePoints);
    expect(subset(garamond, codePoints)).toEqual(before);
  });
});

test('the kind of a font is known by its content', () => {
  expect(fontKind(garamond)?.mediaType).toBe('font/ttf');
  expect(fontKind(Buffer.from('wOF2 and more than that'))?.mediaType).toBe('font/woff2');
  expect(fontKind(Buffer.from('OTTO and more than that'))?.extension).toBe('otf');
  expect(fontKind(Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>'))).toBeUndefined();
  expect(fontKind(new Uint8Array(3))).toBeUndefined();
});

test('what a book uses: its characters, their capitals, ASCII, and its elements', () => {
  const { codePoints: used, elements } = textUse([
    { tagName: 'p', children: [{ value: 'é\u{1F600}' }] },
    { bytes: new Uint8Array([0xff]) },
  ]);
  const expected = [
    '\u{1F600}',
    'é',
    'É',
    ...Array.from({ length: 95 }, (_, index) => String.fromCharCode(32 + index)),
  ];
  expect(new Set([...used].map((codePoint) => String.fromCodePoint(codePoint)))).toEqual(new Set(expected));
  expect([...elements]).toEqual(['p']);
});

describe('a theme puts on', () => {
  const options = { codePoints, subset, href: 'style.css' };

  test('its fonts, named in the sheet before its own rules', () => {
    const { value, messages } = dress(theme, [{ font, found: { bytes: garamond } }], options);
    expect(messages).toEqual([]);
    expect(value.fonts.map(({ href, mediaType }) => [href, mediaType])).toEqual([
      ['fonts/eb-garamond-400-normal.ttf', 'font/ttf'],
    ]);
    expect(value.styles[0]?.css).toBe(
      '@font-face {\n  font-family: "EB Garamond";\n  font-style: normal;\n  font-weight: 400;\n' +
        '  src: url("fonts/eb-garamond-400-normal.ttf") format("truetype");\n}\n\np { top: 0 }\n',
    );
    expect(value.typefaces).toEqual(['EB Garamond']);
  });

  test.each([
    [{ bytes: Buffer.from('this is no font at all') }, 'theme:font-not-a-font'],
    [{ problem: 'missing' as const }, 'theme:font-missing'],
    [{ problem: 'outside' as const }, 'theme:font-outside'],
  ])('no font that is none: %#', (found, id) => {
    const { value, messages } = dress(theme, [{ font, found }], options);
    expect(messages).toMatchObject([{ id, severity: 'error', path: 'mine/theme.yaml', place: font.place }]);
    expect(value).toEqual({ styles: [{ href: 'style.css', css: theme.css }], fonts: [], typefaces: [] });
  });

  test('a sheet for `@media` of its own', () => {
    const { value } = dress({ ...theme, media: '@media print { p { top: 0 } }' }, [], options);
    expect(value.styles.map(({ href }) => href)).toEqual(['style.css', 'media.css']);
  });
});
