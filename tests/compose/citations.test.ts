/** Citations of pandoc's, and the list of the sources that they name. */
import { readLibrary, type CslItem } from '../../src/compose/citations/library.js';
import { compose } from '../../src/compose/index.js';
import { conform } from '../../src/conform/index.js';
import { parseMarkdown } from '../../src/input/markdown.js';
import { localeOf } from '../../src/locales/index.js';
import { toXhtml } from '../../src/output/epub/xhtml.js';
import { packageBook } from '../../src/package/index.js';
import type { Book } from '../../src/types.js';
import { book, generated, section } from './book.js';

const BIB = String.raw`
@string{oup = "Oxford University Press"}
@book{lee, author = {Lee, Ann and Kim, Bo}, title = {The {Low} Tide: \emph{A} History}, year = 2020, publisher = oup}
@article{mul-1, author = {M{\"u}ller, Jo}, title = {On Ropes}, journal = {Tides}, volume = 12, number = 3, pages = {45--67}, year = 2019}
@article{mul-2, author = {M{\"u}ller, Jo}, title = {Knots}, journal = {Tides}, year = 2019, doi = {10.1000/xyz}}
@online{web, title = {A Page}, url = {https://example.org/a}}
`;

async function cited(markdown: string, more: Partial<Book> = {}, bib = BIB, path = 'sources.bib') {
  const read = await readLibrary(bib, path);
  const { value: tree } = parseMarkdown(markdown, {
    path: 'manuscripts/book/one.md',
    line: 1,
    offset: 0,
    cited: true,
  });
  const made: Book = {
    ...book([
      section('one.md', '', { tree }),
      generated('bibliography', { title: 'Bibliography' }),
      generated('endnotes', { title: 'Notes' }),
    ]),
    ...more,
  };
  const library = new Map(read.value.map((item): [string, CslItem] => [item.id, item]));
  const composed = compose(made, new Map(), { library });
  const { messages } = conform(packageBook(made, composed.value, { styles: [] }));
  const pages = Object.fromEntries(composed.value.documents.map(({ id, body }) => [id, toXhtml(body)]));
  return { pages, messages: [...read.messages, ...composed.messages, ...messages] };
}

/** What a page says, without its tags. */
const words = (xhtml = ''): string => xhtml.replaceAll(/<[^>]*>/g, '');

describe('by author and year', () => {
  test('in brackets and in the sentence, with places and words before', async () => {
    const { pages, messages } = await cited(
      'It rises [see @lee, pp. 12-15; also @mul-1]. As @mul-2 [p. 3] says, and [-@lee], [@web].',
    );
    expect(words(pages['one'])).toBe(
      'It rises (see Lee and Kim 2020, pp. 12–15; also Müller 2019b). As Müller (2019a, p. 3) says, and (2020), (“A Page”).',
    );
    expect(messages).toEqual([]);
  });

  test('links lead to the sources, and back', async () => {
    const { pages } = await cited('One [@lee]. Two [@lee].');
    expect(pages['one']).toContain(
      '<a id="cite-1-1" href="bibliography.xhtml#ref-lee" epub:type="biblioref" role="doc-biblioref">Lee and Kim 2020</a>',
    );
    expect(pages['bibliography']).toMatch(
      /<ul class="references"><li id="ref-lee"><p>Lee, Ann, and Bo Kim\. 2020\. <em>The Low Tide: <em>A<\/em> History<\/em>\. Oxford University Press\..*href="one\.xhtml#cite-1-1".*href="one\.xhtml#cite-1-2"/,
    );
  });

  test('sources are listed by their authors, in the words of the language', async () => {
    const { pages } = await cited('[@web; @mul-1; @lee; @mul-2]', { locale: localeOf('de') });
    expect(words(pages['bibliography']).replaceAll(/\s*\u2191/g, '\n')).toBe(
      [
        '„A Page“. https://example.org/a.',
        'Lee, Ann, und Bo Kim. 2020. The Low Tide: A History. Oxford University Press.',
        'Müller, Jo. 2019a. „Knots“. Tides. https://doi.org/10.1000/xyz.',
        'Müller, Jo. 2019b. „On Ropes“. Tides 12 (3): 45–67.',
        '',
      ].join('\n'),
    );
  });
});

test.each([
  ['he', 'כהן, א', 'לוי, ב', 'כהן ולוי 2020', 'כהן, א, וב לוי. 2020'],
  ['he', 'Lee, A', 'Kim, B', 'Lee ו\u05BEKim 2020', 'Lee, A, ו\u05BEB Kim. 2020'],
  ['ar', 'حداد, أ', 'نجار, ب', 'حداد ونجار 2020', 'حداد, أ, وب نجار. 2020'],
  ['ar', 'Lee, A', 'Kim, B', 'Lee و Kim 2020', 'Lee, A, و B Kim. 2020'],
  ['fa', 'حداد, أ', 'نجار, ب', 'حداد و نجار 2020', 'حداد, أ, و ب نجار. 2020'],
])('names in %s are joined as it writes "and": %s, %s', async (language, first, second, short, full) => {
  const bib = `@book{two, author = {${first} and ${second}}, title = {T}, year = 2020}`;
  const { pages } = await cited('[@two]', { locale: localeOf(language) }, bib);
  expect(words(pages['one'])).toBe(`(${short})`);
  expect(words(pages['bibliography'])).toContain(full);
});

test('by numbers, in the order of the text', async () => {
  const { pages } = await cited('[@web] and @lee [p. 2], [@web, n. 4].', { citations: 'numeric' });
  expect(words(pages['one'])).toBe('[1] and Lee and Kim [2, p. 2], [1, n. 4].');
  expect(pages['bibliography']).toMatch(/^<ol class="references"><li id="ref-web">/);
});

test('as notes: in full, then in short, and within an author’s own note', async () => {
  const { pages, messages } = await cited('One [see @lee, p. 2]. Two [@lee]. Three.[^a]\n\n[^a]: So @lee.', {
    citations: 'notes',
  });
  expect(words(pages['one'])).toBe('One 1. Two 2. Three.3');
  expect(words(pages['endnotes']).replaceAll(/\s*\u2191/g, '\n')).toBe(
    'See Lee, Ann, and Bo Kim. The Low Tide: A History. Oxford University Press, 2020, p. 2.\nLee and Kim, “The Low Tide: A History”.\nSo Lee and Kim, “The Low Tide: A History”.\n',
  );
  expect(messages).toEqual([]);
});

test('an unknown key stays as typed, and is told of at its place', async () => {
  const { pages, messages } = await cited(
    'A line,\nthen [@lee; @nemo] and bo@example.org, \\@handle, `@code`.',
  );
  expect(words(pages['one'])).toContain('then [@lee; @nemo] and bo@example.org, @handle, @code.');
  expect(messages.map(({ id, place }) => [id, place?.line, place?.column])).toEqual([
    ['citation:undefined', 2, 6],
  ]);
});

test('the list stands where a block wants it', async () => {
  const { pages } = await cited('Text [@lee].\n\n:::refs\n:::\n\nMore.');
  expect(pages['one']).toMatch(/<\/p>\n?<ul class="references"><li id="ref-lee">.*<\/ul>\n?<p>More/s);
});

test('CSL-JSON is read too', async () => {
  const json = JSON.stringify([
    {
      id: 7,
      type: 'chapter',
      title: 'Ropes',
      author: [{ literal: 'The Board' }],
      issued: { 'date-parts': [['2001']] },
      'container-title': 'Knots',
      editor: [{ family: 'Roe', given: 'Jo' }],
      page: '1-9',
    },
  ]);
  const { pages } = await cited('[@7]', {}, json, 'sources.json');
  expect(words(pages['one'])).toBe('(The Board 2001)');
  expect(words(pages['bibliography'])).toContain('The Board. 2001. “Ropes.” Knots, edited by Jo Roe, 1–9.');
});

test.each([
  ['@book{lee, title = {x}', 'sources.bib', { line: 1, column: 23 }],
  ['{"a": 1}', 'sources.json', undefined],
  ['[', 'sources.json', undefined],
])('a list that cannot be read is one message: %s', async (bib, path, place) => {
  const { pages, messages } = await cited('[@lee]', {}, bib, path);
  expect(words(pages['one'])).toBe('[@lee]');
  expect(messages).toMatchObject([{ id: 'citation:library', path, ...(place ? { place } : {}) }]);
});
