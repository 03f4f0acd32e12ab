/** Titles of front matter read as headings are, and names that are text alone. */
import { print } from '../compose/book.js';
import { assemble } from '../../src/book/assemble.js';
import { localeOf } from '../../src/locales/index.js';
import { typeset } from '../../src/typography/index.js';
import { bookOf, lines, parsed } from './parsed.js';

/** What the pages of a book print whose front matter says this, and its titles as data. */
function built(yaml: string, chapter = '') {
  const files = { 'book.md': `---\n${yaml}\n---\n`, '01-a.md': `---\n${chapter}\n---\nText.` };
  const { value, messages } = parsed(bookOf(files));
  if (!value) throw new Error('No book');
  const book = assemble(typeset(value).value, localeOf('en')).value;
  const { xhtml } = print(book);
  const page = (kind: string) =>
    Object.entries(xhtml)
      .find(([href]) => href.includes(kind))?.[1]
      // Short words hold on to their neighbours on the title page: tests/compose/title-lines.test.ts.
      .replaceAll('\n', '')
      .replaceAll('\u00A0', ' ') ?? '';
  const story = book.sections.find(({ kind }) => kind.kind === 'chapter');
  return { metadata: book.metadata, page, story, messages };
}

test.each([
  ['"The *Whale*"', 'The <em>Whale</em>', 'The Whale'],
  ['_Emma_ and **I**', '<em>Emma</em> and <strong>I</strong>', 'Emma and I'],
  ['Fish &amp; Chips &#8212; Now', 'Fish &amp; Chips \u2014 Now', 'Fish & Chips \u2014 Now'],
  ['H<sub>2</sub>O', 'H<sub>2</sub>O', 'H2O'],
  ['One<br>Two', 'One<br/>Two', 'One Two'],
  ['1984. An *Essay*', '1984. An <em>Essay</em>', '1984. An Essay'],
  ['A \\*Star\\*', 'A *Star*', 'A *Star*'],
  ['"The *Boys\' Own* Book"', 'The <em>Boys\u2019 Own</em> Book', 'The Boys\u2019 Own Book'],
  ['"|\\n"', '|', '|'],
  ['M*A*S*H', 'M*A*S*H', 'M*A*S*H'],
  ['a_snake_case', 'a_snake_case', 'a_snake_case'],
  ['Tom & Ann <3', 'Tom &amp; Ann &lt;3', 'Tom & Ann <3'],
  ['"+ no item"', '+ no item', '+ no item'],
  ['"*"', '*', '*'],
])('title: %s', (yaml, printed, plain) => {
  const { metadata, page, story, messages } = built(
    `title: ${yaml}\nsubtitle: ${yaml}\nhalf-title: true\nauthor: Ann\nlanguage: en`,
    `title: ${yaml}\nsubtitle: ${yaml}`,
  );
  expect(messages).toEqual([]);
  expect([metadata.title, metadata.subtitle, story?.title, story?.subtitle]).toEqual(Array(4).fill(plain));
  expect(page('title-page')).toContain(`<h1 class="title">${printed}</h1><p class="subtitle">${printed}</p>`);
  expect(page('half-title')).toContain(`<p class="title">${printed}</p>`);
  expect(page('text/a.xhtml')).toContain(`>${printed}</h1><p class="subtitle">${printed}</p>`);
});

test('lines of a title keep what is in them', () => {
  const { page, metadata } = built('title: |\n  The *Long* Way\n  and the _Short_');
  expect(page('title-page')).toContain('The <em>Long</em> Way<br/>and the <em>Short</em></h1>');
  expect(metadata.title).toBe('The Long Way and the Short');
});

test('names and facts are text, and a message tells of markup in them', () => {
  const { messages, metadata } = built(
    'title: Rain\nauthor: [Bo, "*Ann* Lee"]\npublisher: Fish &amp; Co.\nsource: "<em>Tides</em> 3"\nrights: © Ann_Bo',
    'author: "**Cy**"',
  );
  expect(metadata.publisher).toBe('Fish &amp; Co.');
  expect(lines(messages)).toEqual([
    'warning front-matter:markup 3:9 `*Ann*` in `author` is printed as typed',
    'warning front-matter:markup 4:12 `&amp;` in `publisher` is printed as typed',
    'warning front-matter:markup 5:9 `<em>` in `source` is printed as typed',
    'warning front-matter:markup 2:9 `**Cy**` in `author` is printed as typed',
  ]);
});
