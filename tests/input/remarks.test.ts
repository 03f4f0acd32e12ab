import { bookMeta } from '../../src/input/front/meta.js';
import { parseYaml } from '../../src/input/front/yaml.js';

const messages = (text: string) =>
  bookMeta(parseYaml({ text, line: 2 }, 'book.md').value.entries, 'book.md').messages;

test.each([
  ['identifier: 978-0-306-40615-8', 'book:isbn', { line: 2, column: 13 }],
  ['identifier: urn:uuid:6ba7b810-9dad-41d1-80b4', 'book:uuid', { line: 2, column: 13 }],
  ['identifier: ISBN 0-306-40615-3', 'book:isbn', { line: 2, column: 13 }],
  ['title: A\nseries: River', 'book:series-number', { line: 3, column: 9 }],
  ['series: { name: River }', 'book:series-number', { line: 2, column: 9 }],
  ['author: { sort: "Lee, Ann" }', 'front-matter:value', { line: 2, column: 9 }],
  ['language: english', 'front-matter:value', { line: 2, column: 11 }],
  ['notes: page', 'front-matter:value', { line: 2, column: 8 }],
])('%s', (text, id, place) => {
  expect(messages(text)).toEqual([expect.objectContaining({ id, place, path: 'book.md' })]);
  expect(messages(text)[0]?.hint).toBeDefined();
});

test.each([
  'identifier: 978-0-306-40615-7',
  'identifier: urn:uuid:5b0e1c9e-7a39-5d5e-8f52-0c3f7f6f2a11',
  'identifier: https://example.org/9780306406158',
  'series: { name: River, number: 2 }',
])('nothing to say of %s', (text) => {
  expect(messages(text)).toEqual([]);
});
