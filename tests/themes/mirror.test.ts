/** Style sheets turned round for books from right to left. */
import { readFileSync } from 'node:fs';
import { lintStyle } from '../../src/themes/style/lint.js';
import { mirrored } from '../../src/themes/style/mirror.js';

const THEMES = ['classic', 'modern', 'plain'];
const sheetOf = (theme: string) =>
  ['base.css', `${theme}/theme.css`]
    .map((file) => readFileSync(`templates/themes/${file}`, 'utf8'))
    .join('\n');

test.each([
  ['a { margin-left: 1em }', 'a { margin-right: 1em }'],
  ['a { border-left: 2px solid; padding-left: 4% }', 'a { border-right: 2px solid; padding-right: 4% }'],
  ['a { margin: 1em 2% 3em 4% }', 'a { margin: 1em 4% 3em 2% }'],
  ['a { text-align: left; float: right }', 'a { text-align: right; float: left }'],
  ['a { margin: 1em 5%; text-align: center }', 'a { margin: 1em 5%; text-align: center }'],
  ['.align-left, p.x { text-align: left }', '.align-left, p.x { text-align: left }'],
  ['a { float: constructor; clear: toString }', 'a { float: constructor; clear: toString }'],
  ['/* left */ .left { color: red }', '/* left */ .left { color: red }'],
])('%s', (css, turned) => {
  expect(mirrored(css)).toBe(turned);
});

test.each(THEMES)('%s: turned twice it is as before, and turned once it keeps every rule', (theme) => {
  const css = sheetOf(theme);
  const turned = mirrored(css);
  expect(turned).not.toBe(css);
  expect(mirrored(turned)).toBe(css);
  expect(lintStyle(turned, { path: 'theme.css', whole: true }).messages).toEqual([]);
});
