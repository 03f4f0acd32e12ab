/** Terms that the text marks, and the index of them. */
import { localeOf } from '../../src/locales/index.js';
import { book, generated, print, section } from './book.js';

const index = () => generated('index', { title: 'Index' });
const words = (xhtml = ''): string =>
  xhtml
    .replaceAll(/<li [^>]*\bletter\b[^>]*>/g, '|')
    .replaceAll(/<ul[^>]*>/g, '(')
    .replaceAll('</ul>', ')')
    .replaceAll(/<[^>]*>/g, '');

test('marks leave their words in the text, and a place before them', () => {
  const { xhtml, messages } = print(
    book([
      section('one.md', '# One\n\nThe [ferry]{.index} left \\index{quay}at "six" \\index{tide}.'),
      index(),
    ]),
  );
  expect(xhtml['text/one.xhtml']).toContain(
    'The <span id="index-mark"></span>ferry left <span id="index-mark-2"></span>at',
  );
  expect(words(xhtml['text/index.xhtml'])).toBe('(ferry, One|quay, One|tide, One)');
  expect(xhtml['text/index.xhtml']).toContain('<a href="one.xhtml#index-mark">One</a>');
  expect(messages).toEqual([]);
});

test('a mark between words takes one of its spaces, one that is glued to a word none; a term may go on below', () => {
  const { xhtml } = print(
    book([
      section('one.md', '# One\n\nThe \\index{ferry\nboats} ferry, a \\index{quay}quay \\index{end}.'),
      index(),
    ]),
  );
  expect(words(/The.*/.exec(xhtml['text/one.xhtml'] ?? '')?.[0])).toBe('The ferry, a quay.');
  expect(words(xhtml['text/index.xhtml'])).toBe('(end, One|ferry boats, One|quay, One)');
});

test('terms stand below terms, by the alphabet, and each section is named once', () => {
  const { xhtml } = print(
    book([
      section(
        'one.md',
        '# One\n\nA\\index{boats!rowing} b\\index{Äpfel} c\\index{boats} d\\index{zoo@animals}',
      ),
      section(
        'two.md',
        '# Two\n\nA\\index{boats!rowing} b\\index{boats!rowing} :span[*O\'Brien*]{.index entry="Brien, O\'"}',
      ),
      index(),
    ]),
  );
  expect(words(xhtml['text/index.xhtml'])).toBe(
    '(Äpfel, One|boats, One(rowing, One, Two, 2)Brien, O’, Two|animals, One)',
  );
  expect(xhtml['text/index.xhtml']).toContain('aria-label="Two, 2"');
});

test('a term leads to another; to one that there is not, with a message at its place', () => {
  const { xhtml, messages } = print(
    book([
      section('one.md', '# One\n\nA\\index{boats} b\\index{skiff|see{boats}} c\\index{quay|seealso{pier}}'),
      index(),
    ]),
  );
  expect(words(xhtml['text/index.xhtml'])).toBe('(boats, One|quay; see also pier|skiff; see boats)');
  expect(xhtml['text/index.xhtml']).toContain('<em>see</em> <a href="#index-boats">boats</a>');
  expect(messages.map(({ id, place }) => [id, place?.line])).toEqual([['index:see', 3]]);
});

test('printed pages name the places where the book marks them', () => {
  const { xhtml } = print(
    book([
      section('one.md', '# One\n\n:page[7]A\\index{boats} b\\index{boats} :page[8]c\\index{boats}'),
      index(),
    ]),
  );
  expect(words(xhtml['text/index.xhtml'])).toBe('(boats, 7, 8)');
});

test('the language gives the order and the words', () => {
  const sv = localeOf('sv');
  const { xhtml } = print({
    ...book([section('one.md', '# One\n\nA\\index{ö} b\\index{zon} c\\index{å|see{ö}}'), index()]),
    locale: sv,
  });
  expect(words(xhtml['text/index.xhtml'])).toBe('(zon, One|å; se ö|ö, One)');
});

test('what is no mark stays as typed', () => {
  const { xhtml } = print(book([section('one.md', '# One\n\nAn [aside]{.other}, `\\index{code}`.')]));
  expect(xhtml['text/one.xhtml']).toContain('[aside]{.other}');
  expect(xhtml['text/one.xhtml']).toContain('<code>\\index{code}</code>');
});
