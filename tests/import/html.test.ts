/** Pages: nothing that a browser shows is lost, encodings are told, and time grows with the page. */
import fc from 'fast-check';
import { extract, source } from './sources.js';
import { runs } from '../seed.js';

const letters = (text: string): string => text.replaceAll(/[^\p{L}\p{N}]/gu, '');

const read = async (body: string) =>
  extract(source('page.html', `<!DOCTYPE html><html><body>${body}</body></html>`));

/** Words that no label, note or heading is made of, each of them another. */
const word = fc.integer({ min: 0, max: 9999 }).map((number) => `wort${String(number)}`);
const INLINE = ['i', 'b', 'em', 'strong', 'span', 'u', 'small', 'sup', 'a', 'font', 's', 'code', 'q', 'cite'];
const BLOCK = [
  'div',
  'p',
  'section',
  'blockquote',
  'center',
  'h2',
  'ul',
  'li',
  'pre',
  'table',
  'td',
  'nav',
  'footer',
  'aside',
];

const { tree } = fc.letrec<{ tree: string; inline: string }>((tie) => ({
  inline: fc.oneof(
    { maxDepth: 3 },
    word,
    fc.constantFrom('<br>', '<br><br>', ' ', '&nbsp;', '<hr>'),
    fc
      .tuple(fc.constantFrom(...INLINE), fc.array(tie('inline'), { maxLength: 4 }))
      .map(([name, inside]) => `<${name}>${inside.join(' ')}</${name}>`),
  ),
  tree: fc.oneof(
    { maxDepth: 4 },
    tie('inline'),
    fc
      .tuple(
        fc.constantFrom(...BLOCK),
        fc.constantFrom(
          '',
          ' class="comments"',
          ' style="font-style:italic"',
          ' style="display:none"',
          ' id="x"',
        ),
        fc.array(tie('tree'), { maxLength: 5 }),
      )
      .map(([name, attributes, inside]) => `<${name}${attributes}>${inside.join('\n')}</${name}>`),
  ),
}));

test('every word of a page is in a block, in its order and once', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(tree, { maxLength: 6 }), async (parts) => {
      const html = parts.join('\n');
      const { blocks } = await read(html);
      const shown = html.replaceAll(/<[^>]*>/g, '').replaceAll('&nbsp;', '');
      // Text that stands right in a table is moved before it by every parser of HTML.
      const sorted = (text: string) => (text.match(/wort\d+/g) ?? []).sort();
      const found = blocks.map(({ text }) => text).join('\n');
      expect(sorted(found)).toEqual(sorted(shown));
      if (!/<(table|td|ul|li)/.test(html)) expect(letters(found)).toBe(letters(shown));
    }),
    runs(10),
  );
});

test.each([
  ['UTF-8 that says nothing', Buffer.from('<!DOCTYPE html><p>“Fünf”</p>')],
  ['UTF-8 that says Latin 1', Buffer.from('<!DOCTYPE html><meta charset="iso-8859-1"><p>“Fünf”</p>')],
  ['Windows-1252', Buffer.from('<!DOCTYPE html><p>\x93F\xfcnf\x94</p>', 'latin1')],
  [
    'Latin 1 by name',
    Buffer.from('<!DOCTYPE html><meta charset=iso-8859-1><p>\x93F\xfcnf\x94</p>', 'latin1'),
  ],
  ...[
    'windows-1252',
    'x-cp1252',
    'iso_8859-1',
    'ISO_8859-1:1987',
    'cp819',
    'us-ascii',
    'utf-16',
    'klingon',
  ].map((label): [string, Buffer] => [
    `Windows-1252 that says ${label}`,
    Buffer.from(`<!DOCTYPE html><meta charset="${label}"><p>\x93F\xfcnf\x94</p>`, 'latin1'),
  ]),
  ['UTF-16 with a mark', Buffer.from('\uFEFF<!DOCTYPE html><p>“Fünf”</p>', 'utf16le')],
])('a page in %s', async (_, bytes) => {
  const { blocks } = await extract(source('page.html', bytes));
  expect(blocks.map(({ text }) => text)).toEqual(['“Fünf”']);
});

test('a page four times as long takes no more than its share of time', async () => {
  const paragraph =
    '<p>The bell <i>rang</i>, and <b>no one</b> <span style="font-style:italic">came</span>.</p>\n';
  const seconds = async (count: number): Promise<number> => {
    const before = process.cpuUsage();
    await read(paragraph.repeat(count));
    return process.cpuUsage(before).user / 1e6;
  };
  const once = await seconds(500);
  expect(await seconds(2_000)).toBeLessThan(12 * once + 1);
});

test.each([
  ['emphasis without end', '<i>a</i> '.repeat(5_000)],
  ['breaks without end', 'a<br>'.repeat(10_000)],
  ['empty elements', `x${'<span></span>'.repeat(30_000)}y`],
  ['quotes in tags', `<p a="${"x<a '".repeat(100_000)}`],
])('%s do not hang', async (_, body) => {
  const before = process.cpuUsage();
  await read(body);
  expect(process.cpuUsage(before).user / 1e6).toBeLessThan(10);
});

test.each(['constructor', '__proto__', 'valueOf'])(
  'a style of the name of what every object has: %s',
  async (name) => {
    const sheet = `<style>p { ${name}: x }</style>`;
    const { blocks } = await read(`${sheet}<p style="${name}: x">The <b>ferry</b> was late.</p>`);
    expect(blocks.map(({ text }) => text)).toContain('The ferry was late.');
  },
);
