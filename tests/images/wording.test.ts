/** What covers say. */
import { coverSubject, coverText } from '../../src/images/wording.js';
import type { Book, Person } from '../../src/types.js';
import { book } from '../compose/book.js';

const by = (role: string, ...names: string[]): Person[] => names.map((name) => ({ name, role }));
const bookBy = (byline: string[], authors: Person[] = []): Book => {
  const made = book([]);
  return { ...made, metadata: { ...made.metadata, byline, authors } };
};
const editor = by('edt', 'Cy Mole');

test.each([
  ['one author', ['Ann Lee'], [], 'The Book by Ann Lee'],
  ['two', ['Ann Lee', 'Bo Mole'], [], 'The Book by Ann Lee, Bo Mole'],
  ['more than a cover holds', ['A', 'B', 'C', 'D', 'E'], [], 'The Book by A, B, C, D …'],
  ['an editor', [], editor, 'The Book edited by Cy Mole'],
  ['an anthology', ['Ann Lee'], editor, 'The Book by Ann Lee, edited by Cy Mole'],
  ['one of many', ['A', 'B', 'C', 'D', 'E'], editor, 'The Book edited by Cy Mole'],
  ['nobody', [], [], 'The Book'],
])('the text of a cover with %s', (_, byline, people, text) => {
  expect(coverText(bookBy(byline, people))).toBe(text);
});

test('an anthology of many is called by its editor', () => {
  const many = bookBy(['A', 'B', 'C', 'D', 'E'], editor);
  expect(coverSubject(many, 'classic')).toMatchObject({ authors: 'edited by Cy Mole', credit: '' });
});
