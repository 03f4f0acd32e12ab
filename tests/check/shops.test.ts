/** A book that every shop takes, and for each rule a small change that breaks it and no other of its shop. */
import { readFileSync } from 'node:fs';
import { factsOf } from '../../src/check/shops/facts.js';
import { checkForShops, SHOPS } from '../../src/check/shops/index.js';
import type { BookFacts } from '../../src/check/shops/types.js';
import { coverFile } from '../../src/images/cover/index.js';
import { readPackageFile } from '../../src/io/packages.js';
import { chapter, epub, packageOf, page, type Files } from './epub.js';

const PATH = 'dist/ferry.epub';

/** The head of a PNG, all that its size is told by; colour type 6 may be seen through. */
function png(width: number, height: number, { colour = 2, size = 100 } = {}): Uint8Array {
  const bytes = Buffer.alloc(size);
  bytes.write('\u0089PNG\r\n\u001A\n\0\0\0\rIHDR', 'latin1');
  bytes.writeUInt32BE(width, 16);
  bytes.writeUInt32BE(height, 20);
  bytes.writeUInt8(8, 24);
  bytes.writeUInt8(colour, 25);
  return bytes;
}

const ITEM = '<item id="cover" href="cover.png" media-type="image/png" properties="cover-image"/>';

/** The package of the base book, with other items in its manifest, or before its closing tag. */
const packaged = (items = ITEM, spine = ''): Files => ({
  'OEBPS/package.opf': packageOf(`\n${items}`, spine),
});

/** Sharp enough for Kindle, few enough pixels for Apple. */
const BASE: Files = { ...packaged(), 'OEBPS/cover.png': png(1560, 2500) };

const css = (text: string): Files => ({ 'OEBPS/styles/book.css': text });
const picture = (type: string, bytes: Uint8Array): Files => ({
  ...packaged(`${ITEM}<item id="map" href="map.bin" media-type="image/${type}"/>`),
  'OEBPS/map.bin': bytes,
});
const cover = (bytes: Uint8Array): Files => ({ 'OEBPS/cover.png': bytes });
/** A table of contents of so many levels. */
const contents = (levels: number): Files => {
  const list = (level: number): string =>
    `<ol><li><a href="text/one.xhtml">One</a>${level > 1 ? list(level - 1) : ''}</li></ol>`;
  const body =
    levels === 0 ? '<nav epub:type="toc"><ol></ol></nav>' : `<nav epub:type="toc">${list(levels)}</nav>`;
  return { 'OEBPS/nav.xhtml': page(body).replace('../styles', 'styles') };
};
const row = (cells: number): string => `<table><tr>${'<td>x</td>'.repeat(cells)}</tr></table>`;

/** By rule, what breaks it. */
const BROKEN: Record<string, Files> = {
  'kindle:mail-size': { 'OEBPS/large.png': new Uint8Array(50.1e6) },
  'kindle:no-cover': packaged(''),
  'kindle:cover-small': cover(png(620, 2500)),
  'kindle:cover-large': cover(png(1600, 10_001)),
  'kindle:cover-soft': cover(png(1500, 2400)),
  'kindle:image-format': picture('webp', png(10, 10)),
  'kindle:image-transparent': picture('png', png(10, 10, { colour: 6 })),
  'kindle:no-alt': chapter('<p><img src="../cover.png"/></p>'),
  'kindle:hidden-text': {
    ...chapter(`<p>x</p><div class="draft">${'<p>Not to be seen.</p>'.repeat(1000)}</div>`),
    ...css('.note, div.draft { display: none }'),
  },
  'kindle:negative-margin': css('p { margin: 0 0 0 -1em }'),
  'kindle:script': chapter('<p>x</p><script>1</script>'),
  'kindle:form': chapter('<p><input type="text"/></p>'),
  'kindle:nested-paragraph': chapter('<p>x<span><p>y</p></span></p>'),
  'kindle:nested-table': chapter(`<table><tr><td>${row(2)}</td></tr></table>`),
  'kindle:no-contents': contents(0),
  'kindle:contents-deep': contents(3),
  'kobo:no-cover': packaged(''),
  'kobo:cover-gif': packaged(ITEM.replace('image/png', 'image/gif')),
  'kobo:cover-page': chapter('<p><img src="../cover.png" alt="The cover"/> The Ferry</p>'),
  'kobo:image-transparent': picture('png', png(10, 10, { colour: 6 })),
  'kobo:page-size': {
    ...packaged(
      `${ITEM}${['a', 'b', 'c'].map((id) => `<item id="${id}" href="${id}.png" media-type="image/png"/>`).join('')}`,
    ),
    ...Object.fromEntries(['a', 'b', 'c'].map((id) => [`OEBPS/${id}.png`, png(10, 10, { size: 4e6 })])),
    ...chapter('<p><img src="../a.png" alt=""/><img src="../b.png" alt=""/><img src="../c.png" alt=""/></p>'),
  },
  'kobo:file-name': { 'OEBPS/the ferry.txt': 'x' },
  'kobo:background': css('p { background: #ff0000 }'),
  'kobo:inline-style': chapter('<p style="margin: 0">x</p>'),
  'kobo:div-style': css('p, div { font-weight: bold }'),
  'kobo:body-padding': css('body { padding: 2em }'),
  'kobo:wide-margin': css('.quote { margin: 0 4em }'),
  'kobo:font-percent': css('p { font-size: 90% }'),
  'kobo:font-format': { 'OEBPS/serif.woff2': 'x' },
  'kobo:wide-table': chapter(row(5)),
  'kobo:script': chapter('<p>x</p><script>1</script>'),
  'kobo:media': chapter('<p><audio src="a.mp3">x</audio></p>'),
  'kobo:svg-page': packaged(
    `${ITEM}<item id="map" href="map.svg" media-type="image/svg+xml"/>`,
    '<itemref idref="map"/>',
  ),
  'kobo:contents-deep': contents(4),
  'apple:image-pixels': picture('png', png(2400, 2400)),
  'apple:image-large': picture('png', png(2100, 2100)),
  'apple:image-format': picture('gif', Buffer.from('GIF89a\u0001\0\u0001\0\0\0\0', 'latin1')),
  'apple:image-transparent': picture('png', png(10, 10, { colour: 6 })),
  'apple:image-in-svg': chapter(
    '<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink"><image xlink:href="../cover.png"/></svg>',
  ),
  'apple:no-alt': chapter('<p><img src="../cover.png"/></p>'),
  'apple:no-contents': contents(0),
};

/** What no test can make a file of. */
const FACTS: Record<string, Partial<BookFacts>> = { 'kobo:book-size': { size: 1.1e9 } };

const RULES = SHOPS.flatMap((shop) => shop.rules.map((rule) => ({ ...rule, shop })));

test('a book that every shop takes gives no message', async () => {
  expect(checkForShops(await epub(BASE), PATH, SHOPS)).toEqual([]);
});

test('a cover of EPUB 2, named in the metadata alone, is one', async () => {
  const opf = String(packaged(ITEM.replace(' properties="cover-image"', ''))['OEBPS/package.opf'])
    .replace('version="3.0"', 'version="2.0"')
    .replace('</metadata>', '<meta name="cover" content="cover"/></metadata>');
  expect(checkForShops(await epub({ ...BASE, 'OEBPS/package.opf': opf }), PATH, SHOPS)).toEqual([]);
});

test('every rule has a fixture, and every fixture a rule', () => {
  expect(RULES.map(({ id }) => id).sort()).toEqual(Object.keys({ ...BROKEN, ...FACTS }).sort());
});

test.each(RULES.filter(({ id }) => !(id in FACTS)))('$id', async ({ id, severity, hint, source, shop }) => {
  const messages = checkForShops(await epub({ ...BASE, ...BROKEN[id] }), PATH, [shop]);
  expect(messages.map((message) => message.id)).toEqual([id]);
  expect(messages[0]).toMatchObject({
    severity,
    hint,
    reason: expect.stringMatching(/^(?!Unexpected)[^{}]+[^{}. ]$/),
  });
  expect(messages[0]?.path?.startsWith(PATH)).toBe(true);
  expect(hint).toMatch(/\.$/);
  expect(source.page).toMatch(/^https:\/\//);
});

test.each(Object.entries(FACTS))('%s', async (id, facts) => {
  const book = factsOf(await epub(BASE));
  const found = (seen: BookFacts) =>
    RULES.filter((rule) => [...rule.find(seen)].length > 0 && rule.shop.name === id.split(':')[0]);
  expect(found(book)).toEqual([]);
  expect(found({ ...book, ...facts }).map((rule) => rule.id)).toEqual([id]);
});

test('the page of docs names each rule, each source and the month when it was read', () => {
  const docs = readFileSync('docs/checking.md', 'utf8');
  for (const { id, source, shop } of RULES) {
    expect(docs).toContain(`\`${id.slice(shop.name.length + 1)}\``);
    const [page = ''] = source.page.split('#');
    const line = docs.split('\n').find((text) => text.includes(`(${page})`)) ?? page;
    expect(line).toContain(`| ${source.read} |`);
  }
});

test('a cover that is drawn has no more pixels than Apple and Kobo advise', async () => {
  const subject = { theme: 'classic', identifier: 'urn:uuid:1', subtitle: '', credit: '' };
  const { bytes } = await coverFile({ ...subject, title: 'The Ferry', authors: 'Ann Lee' }, readPackageFile);
  const shops = SHOPS.filter(({ name }) => name !== 'kindle');
  expect(checkForShops(await epub({ ...BASE, ...cover(bytes) }), PATH, shops)).toEqual([]);
});

test('a message says where: the file in the book, line and column, and what was found', async () => {
  const [message] = checkForShops(await epub({ ...BASE, ...css('p {\n  margin-top: -2em }') }), PATH, SHOPS);
  expect(message).toMatchObject({
    path: `${PATH}/OEBPS/styles/book.css`,
    place: { line: 2, column: 3 },
    reason: 'A Kindle may cut off text with the negative margin or indent `margin-top: -2em`',
  });
});

test('CSS in a page is looked at as well', async () => {
  const [style, attribute] = [
    chapter('<style>p { font-size: 90% }</style><p>x</p>'),
    chapter('<p style="margin: -1em">x</p>'),
  ];
  const idsOf = async (files: Files) =>
    checkForShops(await epub({ ...BASE, ...files }), PATH, SHOPS).map(({ id }) => id);
  expect(await idsOf(style)).toEqual(['kobo:font-percent']);
  expect((await idsOf(attribute)).sort()).toEqual(['kindle:negative-margin', 'kobo:inline-style']);
});

test.each([
  ['nothing', () => new Uint8Array()],
  ['a text', () => Buffer.from('It was dawn.')],
  ['a book without a package', () => epub({ 'OEBPS/package.opf': null })],
  ['a book cut off', async () => (await epub(BASE)).subarray(0, 900)],
])('%s is left to the validator', async (_, bytes) => {
  expect(checkForShops(await bytes(), PATH, SHOPS)).toEqual([]);
});

test('markup and CSS that are broken are read as far as they go', async () => {
  const broken = {
    ...chapter('<script/><p>x'),
    ...css('p { margin: -1em } @@ } {{'),
    'OEBPS/cover.png': null,
  };
  const ids = checkForShops(await epub({ ...BASE, ...broken }), PATH, SHOPS).map(({ id }) => id);
  expect(ids).toEqual(expect.arrayContaining(['kindle:script', 'kindle:negative-margin']));
});

test('a long book with deep markup is looked at in a moment', async () => {
  const deep = `${'<em>'.repeat(20_000)}x${'</em>'.repeat(20_000)}`;
  const bytes = await epub({
    ...BASE,
    ...chapter(`<p>${deep}</p>${'<p>It was <em>dawn</em>.</p>'.repeat(20_000)}`),
  });
  const before = process.cpuUsage();
  expect(factsOf(bytes).documents).toHaveLength(2);
  expect(process.cpuUsage(before).user / 1000).toBeLessThan(5000);
});
