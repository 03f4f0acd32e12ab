/** Metadata without lines of `---`, and keys in capitals. */
import { lines, single } from './parsed.js';

const said = (text: string) => {
  const { value, messages } = single(text);
  const { title, authors = [], language, date } = value?.meta ?? {};
  const [first] = value?.manuscripts[0]?.tree.children ?? [];
  return {
    title,
    authors: authors.map(({ name }) => name),
    language,
    date,
    first,
    messages: lines(messages),
  };
};

test.each([
  ['Title: The Weir\nAuthor: Ann Harrow\nLanguage: en\n\nText.', 5],
  ['title:  The Weir\nBy: Ann Harrow\nLang: en\n\nText.', 5],
  ['------\nTitle: The Weir\nAuthor: Ann\n    Harrow\nLanguage: en\n------\n\nText.', 8],
  ['Title: The\n  Weir\nAuthor: Ann Harrow\nlanguage: en\n...\nText.', 6],
])('%j is metadata of MultiMarkdown', (text, line) => {
  const { title, authors, language, first, messages } = said(text);
  expect([title, authors, language]).toEqual(['The Weir', ['Ann Harrow'], 'en']);
  expect(first).toMatchObject({ type: 'paragraph', position: { start: { line } } });
  expect(messages).toEqual([]);
});

test.each([
  ['% The Weir\n% Ann Harrow; Bo Reed\n% 2020\n\nText.', ['Ann Harrow', 'Bo Reed'], '2020'],
  ['% The\n  Weir\n% Ann Harrow\n  Bo Reed\n\nText.', ['Ann Harrow', 'Bo Reed'], undefined],
  ['% The Weir\n\nText.', [], undefined],
])('%j is a title block of pandoc', (text, authors, date) => {
  expect(said(text)).toMatchObject({
    title: 'The Weir',
    authors,
    first: { type: 'paragraph' },
    messages: [],
  });
  expect(said(text).date).toBe(date);
});

test('what is wrong in such a head has its line', () => {
  expect(said('Title: The Weir\nAuthor: Ann\nMood: low\n\nText.').messages).toEqual([
    'warning front-matter:unknown-key 3:1 There is no key `mood` here; the keys are in docs/front-matter.md',
  ]);
});

test.each([
  'Title: The Weir\n\nText.',
  'He said: Title: The Weir\nAuthor: Ann\n\nText.',
  'Title: The Weir\nAuthor: Ann\nand it went on.\n\nText.',
  'Alice: Hello.\nBob: Hello.\n\nText.',
  '%The Weir\n\nText.',
  '100 % of it\n% more',
])('%j is text', (text) => {
  const { title, first } = said(text);
  expect(title).toBeUndefined();
  expect(first).toMatchObject({ type: 'paragraph', position: { start: { line: 1 } } });
});

test('keys may have capitals', () => {
  expect(said('---\nTitle: The Weir\nAUTHOR: Ann Harrow\nLanguage: en\n---\nText.')).toMatchObject({
    title: 'The Weir',
    authors: ['Ann Harrow'],
    messages: [],
  });
});
