/**
 * One small book in every format: the beginning of its only chapter as each Writer prints it stands in `fixtures/`.
 * `UPDATE_FIXTURES=1` writes what comes out, to be read as a diff.
 */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { unzipSync } from 'fflate';
import { FORMATS } from '../../src/config/formats.js';
import { assemble } from '../../src/book/assemble.js';
import { compose } from '../../src/compose/index.js';
import { check, epub, localeOf, readTemplates } from '../../src/index.js';
import { WRITERS } from '../../src/output/index.js';
import { packageBook } from '../../src/package/index.js';
import type { Package } from '../../src/types.js';
import { typeset } from '../../src/typography/index.js';
import { folderBook, manuscript } from '../parsed.js';

const TEXT = '# Rain\n\n"Rain," she said. "Again?"\n\n- One. Two.\n- Three[^1]\n\n[^1]: A note. Short.\n';

function rain(): Package {
  const parsed = folderBook([manuscript('01-rain.md', TEXT)], {
    title: 'Rain',
    authors: [{ name: 'A', role: 'aut' }],
  });
  const book = assemble(typeset(parsed).value, localeOf('en')).value;
  return packageBook(book, compose(book, new Map()).value, { styles: [{ href: 'style.css', css: 'p {}' }] });
}

const root = join(import.meta.dirname, 'fixtures');
const templates = await readTemplates();

test('every format that can be asked for has a Writer and a fixture', () => {
  expect(WRITERS.map(({ format }) => format)).toEqual(FORMATS);
  expect(readdirSync(root).sort()).toEqual(FORMATS.map((format) => `${format}.xhtml`).sort());
});

test.each(WRITERS)('$format', async ({ format, extension, write }) => {
  const bytes = await write(rain(), templates);
  expect(await check(bytes, { path: `rain${extension}` })).toEqual({ messages: [] });
  const made = Buffer.from(unzipSync(bytes)['OEBPS/text/rain.xhtml'] ?? []).toString();
  const path = join(root, `${format}.xhtml`);
  if (process.env['UPDATE_FIXTURES']) writeFileSync(path, made);
  expect(made).toBe(readFileSync(path, 'utf8'));
});

test('formats of one package are the bytes that each would be alone, in any order', async () => {
  const alone = await Promise.all(WRITERS.map(({ write }) => write(rain(), templates)));
  const [one, other] = [rain(), rain()];
  for (const [index, { write }] of WRITERS.entries())
    expect(Buffer.compare(await write(one, templates), alone[index] ?? Buffer.alloc(0))).toBe(0);
  for (const [index, { write }] of [...WRITERS.entries()].reverse())
    expect(Buffer.compare(await write(other, templates), alone[index] ?? Buffer.alloc(0))).toBe(0);
});

test('a kepub differs from the EPUB in its content documents alone', async () => {
  const [one, two] = await Promise.all(
    WRITERS.map(async ({ write }) => unzipSync(await write(rain(), templates))),
  );
  const differing = Object.keys(one ?? {}).filter(
    (name) => Buffer.compare(one?.[name] ?? Buffer.alloc(0), two?.[name] ?? Buffer.alloc(0)) !== 0,
  );
  expect(Object.keys(two ?? {})).toEqual(Object.keys(one ?? {}));
  expect(differing).toEqual(Object.keys(one ?? {}).filter((name) => name.endsWith('.xhtml')));
});

test.each(['imprint', 'title-page', 'half-title', 'colophon'])(
  'a page %s of the author’s that loses all its HTML is a blank page',
  async (kind) => {
    const parsed = folderBook(
      [manuscript('01-rain.md', TEXT), manuscript(`${kind}.md`, '<script>x</script>')],
      {
        title: 'Rain',
        authors: [{ name: 'A', role: 'aut' }],
      },
    );
    const book = assemble(parsed, localeOf('en')).value;
    const composed = compose(book, new Map()).value;
    const bytes = await epub.write(packageBook(book, composed, { styles: [] }), templates);
    expect(Buffer.from(unzipSync(bytes)[`OEBPS/text/${kind}.xhtml`] ?? []).toString()).toMatch(
      new RegExp(`<section class="${kind}"[^>]*>\\s*</section>`),
    );
  },
);
