import { mkdirSync, readFileSync } from 'node:fs';
import JSZip from 'jszip';
import { place, type Place } from '../cli/octavo.js';

const BOOK = (theme: string) =>
  `---\ntitle: Ink\nauthor: A\nlanguage: en\ncover: c.png\ntheme: ${theme}\n---\n\nText.\n`;
/** A PNG of one pixel, so that no cover need be drawn. */
const PIXEL = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR4nGNgAAAAAgABSK+kcQAAAABJRU5ErkJggg==',
  'base64',
);

let here: Place;
beforeEach(() => {
  here = place();
  here.write({ 'manuscripts/ink/c.png': PIXEL });
});
afterEach(() => {
  here.remove();
});

const opened = () => JSZip.loadAsync(readFileSync(here.path('dist/ink.epub')));
const style = async () => (await (await opened()).file('OEBPS/style.css')?.async('string')) ?? '';

test('a theme of the book’s own folder: its sheet without what no book may hold', async () => {
  here.write({
    'manuscripts/ink/book.md': BOOK('look'),
    'manuscripts/ink/1.md': '# One\n\nText.',
    'manuscripts/ink/look/theme.css': '.mine { top: 0 }\n.mine { width: calc(1em + 1px); left: 0 }\n',
  });
  const { code, err } = here.run('build');
  expect(code).toBe(1);
  expect(err).toContain('manuscripts/ink/look/theme.css:2:16: error: A theme cannot calculate with `calc()`');
  const css = await style();
  expect(css).toContain('.mine { top: 0 }\n.mine {  left: 0 }');
  expect(css.indexOf('nav.landmarks')).toBeLessThan(css.indexOf('.mine'));
});

test('what few books have is in the sheet of those that have it, before the theme’s own word', async () => {
  here.write({
    'manuscripts/ink/book.md': BOOK('look'),
    'manuscripts/ink/1.md': '# Tide\n\nText.',
    'manuscripts/ink/look/theme.css': '.number { top: 0 }\n',
  });
  expect(here.run('build').code).toBe(0);
  expect(await style()).not.toContain('h1 .number');
  here.write({ 'manuscripts/ink/book.md': BOOK('look').replace('cover:', 'numbering: words\ncover:') });
  here.run('build');
  const css = await style();
  expect(css.indexOf('h1 .number')).toBeGreaterThan(css.indexOf('nav.landmarks'));
  expect(css.indexOf('.number { top: 0 }')).toBeGreaterThan(css.indexOf('h1 .number'));
});

test('a theme beside the manuscripts, and a font that is none', async () => {
  here.write({
    'manuscripts/ink/book.md': BOOK('look'),
    'manuscripts/ink/1.md': '# One\n\nText.',
    'themes/look/theme.css': '.mine { top: 0 }\n',
    'themes/look/theme.yaml': 'fonts:\n  - family: Ink\n    file: ink.ttf\n',
    'themes/look/ink.ttf': 'no font',
  });
  const { code, err } = here.run('build');
  expect(code).toBe(1);
  expect(err).toContain('themes/look/theme.yaml:2:5: error: The font `ink.ttf` is not TTF');
  expect(await style()).toContain('.mine');
});

test('the command line goes before the front matter, with a folder anywhere', async () => {
  here.write({ 'manuscripts/ink/book.md': BOOK('plain'), 'manuscripts/ink/1.md': '# One\n\nText.' });
  mkdirSync(here.path('anywhere'));
  here.write({ 'anywhere/theme.css': '.mine { top: 0 }\n' });
  expect(here.run('build', '--theme', './anywhere').code).toBe(0);
  expect(await style()).toContain('.mine');
});

test('no theme reaches out of the book’s folder', async () => {
  here.write({
    'manuscripts/ink/book.md': BOOK('../../secret'),
    'manuscripts/ink/1.md': '# One\n\nText.',
    'secret/theme.css': '.secret { top: 0 }\n',
  });
  const { code, err } = here.run('build');
  expect(code).toBe(1);
  expect(err).toContain('There is no theme `../../secret`');
  expect(await style()).not.toContain('.secret');
});

test('an unknown theme is named with what was meant, and the book is set in classic', async () => {
  here.write({ 'manuscripts/ink/book.md': BOOK('modren'), 'manuscripts/ink/1.md': '# One\n\nText.' });
  const { code, err } = here.run('build');
  expect(code).toBe(1);
  expect(err).toContain('Did you mean `modern`? The book is set in `classic` instead.');
  expect(await style()).toContain('"EB Garamond"');
});

test('classic brings its fonts and says so; plain brings none', async () => {
  here.write({ 'manuscripts/ink/book.md': BOOK('classic'), 'manuscripts/ink/1.md': '# One\n\nText.' });
  expect(here.run('build').code).toBe(0);
  const classic = await opened();
  expect(Object.keys(classic.files).filter((name) => name.endsWith('.ttf'))).toEqual([
    'OEBPS/fonts/eb-garamond-400-normal.ttf',
    'OEBPS/fonts/eb-garamond-400-italic.ttf',
  ]);
  expect(await classic.file('OEBPS/content.opf')?.async('string')).toContain('ibooks:specified-fonts');
  expect(await classic.file('OEBPS/text/colophon.xhtml')?.async('string')).toContain('Set in EB Garamond.');
  expect(here.run('build', '--theme', 'plain').code).toBe(0);
  const plain = await opened();
  expect(Object.keys(plain.files).filter((name) => name.endsWith('.ttf'))).toEqual([]);
  expect(await plain.file('OEBPS/content.opf')?.async('string')).not.toContain('ibooks:specified-fonts');
});

test('a story in a single file has them too, and `fonts: false` leaves them out', async () => {
  const fonts = async () => Object.keys((await opened()).files).filter((name) => name.endsWith('.ttf'));
  here.write({ 'manuscripts/ink.md': '---\ntitle: Ink\nauthor: A\ncover: false\n---\n\nText.\n' });
  expect(here.run('build', 'ink.md').code).toBe(0);
  expect(await fonts()).toHaveLength(2);
  here.write({
    'manuscripts/ink.md': '---\ntitle: Ink\nauthor: A\ncover: false\nfonts: false\n---\n\nText.\n',
  });
  expect(here.run('build', 'ink.md').code).toBe(0);
  expect(await fonts()).toHaveLength(0);
});

test('a book from right to left is set from the right, by Octavo’s sheets and not by its author’s', async () => {
  here.write({
    'manuscripts/ink/book.md': BOOK('look').replace('language: en', 'language: he'),
    'manuscripts/ink/1.md': '# One\n\nText.',
    'manuscripts/ink/look/theme.css': '.mine { text-align: left }\n',
  });
  expect(here.run('build').code).toBe(0);
  const css = await style();
  expect(css).toContain('p.stanza .line {\n  display: block;\n  padding-right: 2em;');
  expect(css).toContain('.mine { text-align: left }');
});
