import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { formatMessage } from '../../src/diagnostics.js';
import { builtInThemes, themeNames } from '../../src/io/themes.js';
import { lintStyle } from '../../src/themes/style/lint.js';

const sheet = (path: string) => readFileSync(`${builtInThemes()}/${path}`, 'utf8');

/** The sheets of a folder, one after the other. */
const parts = (folder: string) =>
  existsSync(`${builtInThemes()}/${folder}`)
    ? readdirSync(`${builtInThemes()}/${folder}`)
        .map((name) => sheet(`${folder}/${name}`))
        .join('\n')
    : '';

const found = (css: string, options = {}) =>
  lintStyle(css, { path: 'theme.css', ...options }).messages.map(({ id, severity, place }) => [
    id,
    severity,
    place?.line,
    place?.column,
  ]);

test('the themes that come with Octavo keep every rule', async () => {
  const names = await themeNames();
  expect(names).toEqual(['classic', 'modern', 'plain']);
  for (const name of names) {
    const css = sheet('base.css') + parts('../parts') + sheet(`${name}/theme.css`) + parts(`${name}/parts`);
    const { value, messages } = lintStyle(css, { path: name, whole: true });
    expect(messages.map((message) => formatMessage(message))).toEqual([]);
    expect(value).toBe(css);
  }
});

test('and so do the sheets beside them in which @media may stand', () => {
  for (const name of readdirSync(`${builtInThemes()}/../media`)) {
    const css = sheet(`../media/${name}`);
    expect(lintStyle(css, { path: name, media: true })).toEqual({ value: css, messages: [] });
  }
});

test('a theme adds to parts of the sheets that there are', async () => {
  const own = (await themeNames()).flatMap((name) =>
    existsSync(`${builtInThemes()}/${name}/parts`) ? readdirSync(`${builtInThemes()}/${name}/parts`) : [],
  );
  const all = readdirSync(`${builtInThemes()}/../parts`);
  expect(own.filter((name) => !all.includes(name))).toEqual([]);
});

describe('what no book may hold is left out, the rest stays as it was written', () => {
  test.each([
    ['p { margin: calc(1em + 2px) 0; text-indent: 1em }', 'style:math-function', 'p {  text-indent: 1em }'],
    ['p { width: min(10em, 50%); }', 'style:math-function', 'p {  }'],
    [':root { --ink: black }', 'style:variable', ':root { }'],
    ['p { color: var(--ink); }', 'style:variable', 'p {  }'],
    ['@media print { p { color: red } }\nq { top: 0 }', 'style:at-rule', '\nq { top: 0 }'],
    ['@import "other.css";', 'style:at-rule', ''],
    ['@font-face { font-family: X; src: url(x.ttf) }', 'style:at-rule', ''],
    ['p { background: url(https://example.com/x.png); }', 'style:resource', 'p {  }'],
    ['.a { display: flex; top: 0 }', 'style:layout', '.a {  top: 0 }'],
    ['.a { display: inline-grid }', 'style:layout', '.a { }'],
    ['.a { grid-template-columns: 1em 1em }', 'style:layout', '.a { }'],
    ['.a { gap: 1em }', 'style:layout', '.a { }'],
    ['.a { position: fixed }', 'style:position', '.a { }'],
    ['.a { direction: rtl }', 'style:direction', '.a { }'],
    ['.a { height: 50vh }', 'style:viewport', '.a { }'],
  ])('%s', (css, id, kept) => {
    const { value, messages } = lintStyle(css, { path: 'theme.css' });
    expect(new Set(messages.map((message) => message.id))).toContain(id);
    expect(messages.every((message) => message.severity === 'error')).toBe(true);
    expect(value).toBe(kept);
  });

  test('also where it could not be parsed', () => {
    const { value, messages } = lintStyle('p { color: red; background: ](url(http://x/y.png)); top: 0 }', {
      path: 'theme.css',
    });
    expect(messages.map((message) => message.id)).toContain('style:syntax');
    expect(value).not.toContain('http');
  });
});

describe('what would look wrong to some readers is a warning with its place, and stays', () => {
  test.each([
    ['body { font-size: 1.2em }', 'style:body', 8],
    ['body { margin: 0 5% }', 'style:body', 8],
    ['* { color: red }', 'style:body', 5],
    ['p { font-size: 90% }', 'style:font-size', 16],
    ['p { font-size: 12px }', 'style:font-size', 16],
    ['p { margin: 0 2em }', 'style:side-margin', 5],
    ['p { margin-left: 2em }', 'style:side-margin', 5],
    ['p { margin-top: 10% }', 'style:vertical-margin', 5],
    ['p { margin: 12px 0 }', 'style:vertical-margin', 5],
    ['div { top: 0 }', 'style:bare-element', 1],
    ['.a > span { top: 0 }', 'style:bare-element', 1],
    ['h2 { -epub-hyphens: auto; -webkit-hyphens: none; hyphens: none }', 'style:headings', 6],
    ['p { break-after: avoid }', 'style:together', 1],
    ['p { hyphens: none }', 'style:together', 1],
    ['/* a -- b */', 'style:comment', 1],
  ])('%s', (css, id, column) => {
    expect(found(css)).toContainEqual([id, 'warning', 1, column]);
    expect(lintStyle(css, { path: 'theme.css' }).value).toBe(css);
  });
});

test('what keeps the rules is no message', () => {
  const css = `body { margin: 0; font-family: serif }
    section.chapter p.first { margin: 1em 5% 0 auto; font-size: 1.1em; text-indent: 0 }
    span.line, div.verse { break-inside: avoid; page-break-inside: avoid }
    p::first-letter { float: left; font-size: 3em }`;
  expect(found(css)).toEqual([]);
});

test('`@media` may stand in a sheet of its own', () => {
  expect(found('@media (min-width: 40em) { p { margin: 0 } }', { media: true })).toEqual([]);
});

test('a sheet that stands alone says what headings and lonely lines need', () => {
  const ids = new Set(lintStyle('p { top: 0 }', { path: 'x', whole: true }).messages.map(({ id }) => id));
  expect([...ids].sort()).toEqual(['style:headings', 'style:widows']);
});
