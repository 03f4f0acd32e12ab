/** Values of front matter: words that YAML takes for others, lists with an item that is wrong, keys of other tools. */
import { bookOf, lines, parsed, single } from './parsed.js';

const book = (yaml: string) => single(`---\n${yaml}\n---\nText.`);

test.each([
  ['title: True', { title: 'True' }],
  ['title: NO', { title: 'NO' }],
  ['title: "null"', { title: 'null' }],
  ['title: Null', { title: 'Null' }],
  ['title: 1984', { title: '1984' }],
  ['title: 1.10', { title: '1.10' }],
  ['subjects: [True, Love]', { subjects: ['True', 'Love'] }],
  ['publisher: false', { publisher: 'false' }],
  ['series: { name: True, number: 2 }', { series: { name: 'True', number: 2 } }],
  ['cover: False', { cover: false }],
  ['toc: TRUE', { toc: true }],
  ['subtitle: null', {}],
  ['subtitle: ~', {}],
  ['subtitle:', {}],
])('%s', (yaml, meta) => {
  const { value, messages } = book(yaml);
  expect(messages).toEqual([]);
  expect(value?.meta).toEqual(meta);
});

test('words that YAML takes for others are names', () => {
  const { value, messages } = book('author: [No, Null, { name: True, sort: null }]');
  expect(messages).toEqual([]);
  expect(value?.meta.authors?.map(({ name }) => name)).toEqual(['No', 'Null', 'True']);
  expect(book('author: Null').value?.meta.authors?.[0]?.name).toBe('Null');
});

test('a dedication of such a word is printed', () => {
  const { value } = book('dedication: True');
  expect(value?.front.dedication?.children[0]).toMatchObject({ children: [{ value: 'True' }] });
});

test('a role that nobody knows is named at its place, and leaves out its person alone', () => {
  const { value, messages } = book(
    'contributors:\n  - { name: Ann, role: editor }\n  - name: Bo\n    role: cover artist\n  - Cy',
  );
  expect(value?.meta.contributors?.map(({ name }) => name)).toEqual(['Ann', 'Cy']);
  expect(lines(messages)).toEqual([
    'error front-matter:role 4:5 Octavo knows no role `cover artist`, in `contributors`; the roles are in docs/front-matter.md',
  ]);
  expect(messages[0]?.hint).toContain('Bo');
});

test('a key that a person does not have is left out alone', () => {
  const { value, messages } = book('author: { name: Ann, affiliation: The Weir, role: editor }');
  expect(value?.meta.authors).toEqual([{ name: 'Ann', role: 'edt' }]);
  expect(lines(messages)).toEqual([
    'warning front-matter:unknown-key 2:9 `author` takes no key `affiliation`, only `name` and the keys in docs/front-matter.md',
  ]);
});

test.each([
  ['isbn', 'identifier'],
  ['ISBN', 'identifier'],
  ['lang', 'language'],
  ['keywords', 'subjects'],
  ['creator', 'author'],
  ['cover_image', 'cover'],
  ['translator', 'contributors: [{ name: …, role: translator }]'],
  ['autor', 'author'],
])('`%s` is meant for `%s`', (key, ours) => {
  expect(book(`${key}: x`).messages[0]).toMatchObject({
    id: 'front-matter:unknown-key',
    hint: `Did you mean \`${ours}\`?`,
  });
});

test('TOML front matter says what YAML says, at the place of its keys', () => {
  const text =
    '+++\ntitle = "Rain"\nauthor = ["Ann", "Bo"]\ndate = 2026-05-01\ndedication = "For *Cy*"\nlnag = 1\n+++\nText.';
  const { value, messages } = single(text);
  expect(value?.meta).toMatchObject({ title: 'Rain', date: '2026-05-01' });
  expect(value?.meta.authors?.map(({ name }) => name)).toEqual(['Ann', 'Bo']);
  expect(value?.front.dedication?.children[0]).toMatchObject({
    children: [{ value: 'For ' }, { type: 'emphasis' }],
  });
  expect(messages.map(({ id, place }) => [id, place?.line])).toEqual([['front-matter:unknown-key', 6]]);
  expect(lines(single('+++\ntitle = Rain\n+++\nText.').messages)[0]).toMatch(/^fatal front-matter:toml 2:9 /);
});

test('a list of tags is the book’s, and prints nothing below the text', () => {
  const { value, messages } = parsed(bookOf({ 'a.md': '---\ntags: [Horror, Done]\n---\nA.', 'b.md': 'B.' }));
  expect(messages).toEqual([]);
  expect(value?.manuscripts[0]?.meta.tags).toEqual({ '': ['Horror', 'Done'] });
  expect(value?.manuscripts[0]?.front).toEqual({});
});

test('weights go before names', () => {
  const weighted = (weight: number) => `---\nweight: ${String(weight)}\n---\nText.`;
  const { value } = parsed(
    bookOf({
      'a.md': 'A.',
      'b.md': weighted(2),
      'c.md': weighted(1),
      'd/part.md': `---\nweight: 1.5\n---\n# D\n`,
      'd/one.md': 'One.',
    }),
  );
  expect(value?.manuscripts.map(({ rel }) => rel)).toEqual(['c.md', 'd/part.md', 'd/one.md', 'b.md', 'a.md']);
});

test('the one file of a folder speaks for the book where it has an author', () => {
  const { value, messages } = parsed(
    bookOf({ '01.md': '---\ntitle: Dots\nauthor: Bea\n...\n\n# One\n\nText.' }),
  );
  expect(messages).toEqual([]);
  expect(value).toMatchObject({ single: true, meta: { title: 'Dots' } });
  expect(parsed(bookOf({ '01.md': '---\ntitle: One\n---\nText.' })).value?.single).toBe(false);
});

test.each(['glossary: &a [*a]', 'tags: &a { b: *a }', 'author: &a { name: { c: [*a] } }'])(
  'an alias in what it repeats: %s',
  (yaml) => {
    expect(lines(book(yaml).messages)).toEqual([
      expect.stringMatching(
        /^fatal front-matter:aliases 2:\d+ The alias `\*a` stands in the value that it repeats$/,
      ),
    ]);
  },
);

test.each(['constructor', '__proto__', 'toString', 'hasOwnProperty'])(
  'a key that every object has is as unknown as others: %s',
  (key) => {
    expect(lines(book(`title: T\n${key}: x`).messages)).toEqual([
      expect.stringContaining(`warning front-matter:unknown-key 3:1 There is no key \`${key}\` here`),
    ]);
  },
);
