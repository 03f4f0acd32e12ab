import { blocksOf } from '../../src/diff/blocks.js';
import { diffEditions, readEdition } from '../../src/diff/index.js';
import { diffMarkdown } from '../../src/diff/markdown.js';
import { diffPage } from '../../src/diff/page.js';
import { chapter, epub, page } from '../check/epub.js';
import { edition } from './editions.js';

test('reads the blocks of a document; numbers of notes are no text', () => {
  const body =
    '<h2 id="h">One</h2><p id="p">It left<a epub:type="noteref" href="#n">1</a> at\n dawn.<br/>Late.</p><div>bare <em>text</em></div>';
  expect(blocksOf(page(body))).toEqual([
    { text: 'One', id: 'h', heading: 2 },
    { text: 'It left at dawn.\nLate.', id: 'p' },
    { text: 'bare text' },
  ]);
});

test('reads what is no XML as a browser does', () => {
  expect(blocksOf('<html><body><p id=a>Tea&nbsp;&amp; toast<p>More<br>lines</body></html>')).toEqual([
    { text: 'Tea\u00A0& toast', id: 'a' },
    { text: 'More\nlines' },
  ]);
});

test('two EPUBs are compared by what they hold', async () => {
  const [before, after] = await Promise.all([
    epub(),
    epub(chapter('<h1>One</h1><p>The ferry left at noon.</p>')),
  ]);
  const diff = diffEditions(readEdition(before, 'a.epub'), readEdition(after, 'b.epub'));
  expect(diff).toMatchObject({ passages: 1, metadata: [], files: { changed: [] } });
  expect(diffMarkdown(diff)).toBe(`# What changed in *The Ferry*

1 passage in 1 section, 1 word added, 1 removed.

## Changed

### One

1 word added, 1 removed.

- The ferry left at ~~dawn~~ **noon** .
`);
});

test('the page and the notes take no mark-up from a book', () => {
  const evil = '<script>alert(1)</script> **[x](javascript:y)** @team `$(id)`';
  const diff = diffEditions(
    edition({ a: 'Plain words of a text.' }),
    edition({ a: `Plain words ${evil} of a text.` }),
  );
  const html = diffPage(diff, '');
  expect(html).not.toContain('<script>');
  expect(html).toContain('&lt;script&gt;');
  const notes = diffMarkdown(diff);
  expect(notes).toContain('\\<script\\>');
  expect(notes).not.toMatch(/(?<!\\)\[x\]|@team|(?<!\\)`/);
});

test('the page keeps what did not change out of sight, and loses nothing', () => {
  const lines = Array.from({ length: 30 }, (_, index) => `Paragraph number ${String(index)}.`);
  const diff = diffEditions(
    edition({ a: lines.join('\n\n') }),
    edition({ a: lines.with(15, 'Paragraph numero 15.').join('\n\n') }),
  );
  const html = diffPage(diff, '');
  expect(html).toContain('<summary>14 paragraphs unchanged</summary>');
  expect(html).toContain('<del>number </del><ins>numero </ins>');
  for (const [index, line] of lines.entries()) if (index !== 15) expect(html).toContain(line);
});

test('many passages are listed in part where that is asked, and counted in whole', () => {
  const lines = Array.from({ length: 9 }, (_, index) => `The boat of number ${String(index)} was here.`);
  const diff = diffEditions(
    edition({ a: lines.join('\n\n') }),
    edition({ a: lines.map((line) => line.replace('boat', 'ship')).join('\n\n') }),
  );
  expect(diff.passages).toBe(9);
  expect(diffMarkdown(diff, { most: 4 })).toContain('- and 5 more\n');
});
