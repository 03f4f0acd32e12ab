/** A package that the stages before would not make, and what is written of it. */
import type { Element, ElementContent } from 'hast';
import { conform } from '../../src/conform/index.js';
import { packageBook } from '../../src/package/index.js';
import type { ContentDocument, NavItem, Package } from '../../src/types.js';
import { toXhtml } from '../../src/output/epub/xhtml.js';
import { book, kind } from '../compose/book.js';

const element = (
  tagName: string,
  properties: Element['properties'] = {},
  ...children: (ElementContent | string)[]
): Element => ({
  type: 'element',
  tagName,
  properties,
  children: children.map((child) => (typeof child === 'string' ? { type: 'text', value: child } : child)),
});

const document = (id: string, children: Element[], more: Partial<ContentDocument> = {}): ContentDocument => ({
  id,
  href: `text/${id}.xhtml`,
  path: `${id}.md`,
  kind: kind('chapter'),
  title: id,
  authors: [],
  language: 'en',
  direction: 'ltr',
  toc: true,
  body: { type: 'root', children },
  headings: [],
  data: {},
  properties: [],
  ...more,
});

const packaged = (...documents: ContentDocument[]): Package =>
  packageBook(book([]), { documents, assets: [], leftOut: [] }, { styles: [] });

/** What becomes of one body, and what is said of it. */
function mended(...children: Element[]): { xhtml: string; said: string[]; refused: boolean } {
  const { value, messages } = conform(packaged(document('one', children)));
  const [first] = value.documents;
  return {
    xhtml: first ? toXhtml(first.body) : '',
    said: messages.map(({ id, reason }) => `${id} ${reason}`),
    refused: messages.some(({ fatal }) => fatal),
  };
}

test('a valid package is the same, node for node', () => {
  const made = packaged(
    document('one', [element('p', { id: 'a' }, 'x ', element('a', { href: 'two.xhtml#b' }, 'y'))]),
    document('two', [element('ul', {}, element('li', { id: 'b' }, 'z'))]),
  );
  const { value, messages } = conform(made);
  expect(messages).toEqual([]);
  expect(value).toEqual(made);
  expect(value.documents).toBe(made.documents);
});

// prettier-ignore
test.each<[string, Element, string, string]>([
  ['a block in a line', element('p', {}, 'a', element('div', {}, 'b')), '<p>ab</p>', 'conform:nesting `<div>` cannot stand in `<p>`'],
  ['an element that no book holds', element('blink', {}, 'a'), 'a', 'conform:nesting `<blink>` cannot stand where it stands'],
  ['a part without its whole', element('div', {}, element('td', {}, 'a')), '<div>a</div>', 'conform:nesting `<td>` cannot stand in `<div>`'],
  ['a link in a link', element('p', {}, element('a', { href: 'https://a.example/' }, element('b', {}, element('a', { href: 'https://b.example/' }, 'b')))), '<p><a href="https://a.example/"><b>b</b></a></p>', 'conform:nesting `<a>` cannot stand where it stands'],
  ['a number in a list without', element('ul', {}, element('li', { value: '3' }, 'a')), '<ul><li>a</li></ul>', 'conform:attribute The attribute `value` cannot stand on `<li>`'],
  ['an attribute that runs', element('p', { onClick: 'x()' }, 'a'), '<p>a</p>', 'conform:attribute The attribute `onClick` cannot stand on `<p>`'],
  ['a language that is none', element('p', { lang: '' }, 'a'), '<p>a</p>', 'conform:attribute The attribute `lang` cannot stand on `<p>`'],
  ['an id twice', element('p', { id: 'a' }, element('b', { id: 'a' }, 'x')), '<p id="a"><b>x</b></p>', 'conform:id The id `a` stands twice'],
  ['a link to no place', element('p', {}, element('a', { href: '#a' }, 'x')), '<p>x</p>', 'conform:link The `href` `#a` leads nowhere in the book'],
  ['a link to no document', element('p', {}, element('a', { href: 'three.xhtml', id: 'b' }, 'x')), '<p><a id="b">x</a></p>', 'conform:link The `href` `three.xhtml` leads nowhere in the book'],
  ['a label that is not there', element('section', { ariaLabelledBy: ['a'] }, 'x'), '<section>x</section>', 'conform:link The `ariaLabelledBy` `a` leads nowhere in the book'],
])('%s', (_, given, xhtml, said) => {
  expect(mended(given)).toEqual({ xhtml, said: [said], refused: false });
});

test('a link to what was left out is the author’s, and told of by the manuscript', () => {
  const made = packaged(
    document('one', [
      element(
        'p',
        {},
        element('a', { href: '#gone' }, 'x'),
        element('a', { href: 'cover.xhtml', role: 'doc-x' }, 'y'),
        element('a', { href: '#lost' }, 'z'),
      ),
    ]),
  );
  const { value, messages } = conform({ ...made, leftOut: ['text/one.xhtml#gone', 'text/cover.xhtml'] });
  expect(toXhtml(value.documents[0]?.body ?? { type: 'root', children: [] })).toBe('<p>xyz</p>');
  expect(messages.map(({ id, reason, path }) => [id, reason, path])).toEqual([
    ['link:dead', 'The link to `#gone` leads nowhere in this book', 'one.md'],
    ['link:dead', 'The link to `cover.xhtml` leads nowhere in this book', 'one.md'],
    ['conform:link', 'The `href` `#lost` leads nowhere in the book', 'text/one.xhtml'],
  ]);
});

test('text straight in a list is refused, since no letter may go', () => {
  const { said, refused } = mended(element('ul', {}, 'a', element('li', {}, 'b')));
  expect(said).toEqual(['conform:text The text `a` cannot stand in `<ul>`']);
  expect(refused).toBe(true);
});

test('a title that says nothing becomes the name of its kind, in its document and in the contents', () => {
  const { value } = conform(packaged(document('one', [element('p', {}, 'x')], { title: '\u200B ' })));
  expect(value.documents[0]?.title).toBe('Chapter');
  expect(value.nav).toEqual([{ title: 'Chapter', href: 'text/one.xhtml', children: [] }]);
});

test('a heading that is not printed names no document and stands in no contents', () => {
  const made = packaged(
    document('one', [element('p', {}, 'x')], { headings: [{ id: 'gone', text: 'Gone', level: 1 }] }),
  );
  made.nav = [{ title: 'Gone', href: 'text/one.xhtml#gone', children: [] }, ...made.nav];
  const { value, messages } = conform(made);
  expect(value.documents[0]?.headings).toEqual([]);
  expect(value.nav.map(({ href }) => href)).toEqual(['text/one.xhtml']);
  expect(messages.map(({ id }) => id)).toEqual(['conform:navigation']);
});

test('contents that are not in the order of the book are put into it', () => {
  const made = packaged(
    document('one', [element('p', {}, 'x')]),
    document('two', [element('h2', { id: 'a' }, 'A'), element('h2', { id: 'b' }, 'B')]),
  );
  const item = (href: string, ...children: NavItem[]): NavItem => ({ title: href, href, children });
  const [one, two] = ['text/one.xhtml', 'text/two.xhtml'] as const;
  made.nav = [item(two, item(`${two}#b`), item(`${two}#a`)), item(one)];
  const { value, messages } = conform(made);
  expect(value.nav.map(({ href }) => href)).toEqual([one, two, `${two}#a`, `${two}#b`]);
  expect(messages.map(({ id }) => id)).toEqual(['conform:navigation']);
});

test('what stands behind a later entry is not put below an earlier one', () => {
  const made = packaged(
    document('part', [element('p', {}, 'x')]),
    document('one', [element('p', {}, 'x')], { part: 'part' }),
    document('two', [element('p', {}, 'x')]),
    document('last', [element('p', {}, 'x')], { part: 'part' }),
  );
  expect(made.nav.map(({ title, children }) => [title, children.length])).toEqual([
    ['part', 1],
    ['two', 0],
    ['last', 0],
  ]);
  expect(conform(made).messages).toEqual([]);
});
