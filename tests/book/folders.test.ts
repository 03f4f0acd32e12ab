/** Folders whose chapters share a heading, and pages known by their names in other languages. */
import { assemble } from '../../src/book/assemble.js';
import { kindNamed } from '../../src/book/kinds.js';
import { localeOf } from '../../src/locales/index.js';
import { folderBook, manuscript } from '../parsed.js';

const titles = (...texts: string[]) => {
  const files = texts.map((text, index) => manuscript(`${String(index + 1)}.md`, text));
  const { value, messages } = assemble(folderBook(files, { title: 'B' }), localeOf('en'));
  return {
    titles: value.sections.filter(({ kind }) => kind.kind === 'chapter').map(({ title }) => title),
    messages: messages.filter(({ id }) => id === 'book:same-heading'),
  };
};

test('a heading that opens every file is left out where another follows it', () => {
  const made = titles('# Site\n\n# One\n\nA.', '# Site\n\n# Two\n\nB.', '# Three\n\nC.');
  expect(made.titles).toEqual(['One', 'Two', 'Three']);
  expect(made.messages).toMatchObject([{ severity: 'info' }]);
});

test('files with one heading alone are asked about', () => {
  const made = titles('# Site\n\nA.', '# Site\n\nB.', '# Site\n\nC.');
  expect(made.titles).toEqual(['Site', 'Site', 'Site']);
  expect(made.messages).toMatchObject([{ severity: 'warning' }]);
});

test('files with one title in their front matter are asked about', () => {
  const files = ['Before', 'The Raven', 'The Raven', 'The Raven'].map((title, index) => ({
    ...manuscript(`${String(index + 1)}.md`, 'Text.'),
    meta: { title },
  }));
  const { messages } = assemble(folderBook(files, { title: 'B' }), localeOf('en'));
  expect(messages.filter(({ id }) => id === 'book:same-title')).toMatchObject([
    { severity: 'warning', path: files[1]?.path },
  ]);
});

test.each([
  ['widmung', 'dedication'],
  ['dedicatoria', 'dedication'],
  ['dedicace', 'dedication'],
  ['nachwort', 'afterword'],
  ['vorwort', 'preface'],
  ['remerciements', 'acknowledgments'],
  ['ueber-den-autor', 'about-the-author'],
  ['appendix-b', 'appendix'],
])('%s is a page of kind %s', (name, kind) => {
  expect(kindNamed(name)?.kind).toBe(kind);
});

test('a file without a heading, and a folder, are called as their typeset names say', () => {
  const said = "Reed's - Well-Being/01 - It's Over.md";
  const file = { ...manuscript(said, 'Text.'), spoken: 'Reed’s – Well-Being/01 – It’s Over.md' };
  const { sections } = assemble({ ...folderBook([file]), spoken: 'The Miller’s Way' }, localeOf('en')).value;
  expect(
    sections.filter(({ kind }) => kind.partition === 'bodymatter').map(({ id, title }) => [id, title]),
  ).toEqual([
    ['reeds-well-being', 'Reed’s – Well-Being'],
    ['its-over', 'It’s Over'],
  ]);
});

test.each([
  ['en', 'about the author.md', 'About the Author'],
  ['en', 'acknowledgements.md', 'Acknowledgements'],
  ['de', 'about-the-author.md', 'Über die Autorin oder den Autor'],
  ['de', 'hint.md', 'Hint'],
])('in %s, `%s` without a heading is called %s', (language, rel, title) => {
  const { sections } = assemble(folderBook([manuscript(rel, 'Text.')]), localeOf(language)).value;
  expect(sections.map((section) => section.title)).toContain(title);
});
