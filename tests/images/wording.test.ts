/** What covers say. */
import { coverSubject, coverText } from '../../src/images/wording.js';
import type { Book, Person } from '../../src/types.js';
import { book } from '../compose/book.js';

const by = (role: string, ...names: string[]): Person[] => names.map((name) => ({ name, role }));
const bookBy = (authors: Person[]): Book => {
  const made = book([]);
  return { ...made, metadata: { ...made.metadata, authors } };
};

test.each([
  ['one author', by('aut', 'Ann Lee'), 'The Book by Ann Lee'],
  ['two', by('aut', 'Ann Lee', 'Bo Mole'), 'The Book by Ann Lee, Bo Mole'],
  ['more than a cover holds', by('aut', 'A', 'B', 'C', 'D', 'E'), 'The Book by A, B, C, D …'],
  ['an editor', by('edt', 'Cy Mole'), 'The Book edited by Cy Mole'],
  [
    'an anthology',
    [...by('edt', 'Cy Mole'), ...by('aut', 'Ann Lee', 'Cy Mole')],
    'The Book by Ann Lee, edited by Cy Mole',
  ],
  [
    'one of many',
    [...by('edt', 'Cy Mole'), ...by('aut', 'A', 'B', 'C', 'D', 'E')],
    'The Book edited by Cy Mole',
  ],
  ['nobody', [], 'The Book'],
])('the text of a cover with %s', (_, authors, text) => {
  expect(coverText(bookBy(authors))).toBe(text);
});

test('an anthology of many is called by its editor', () => {
  const many = bookBy([...by('edt', 'Cy Mole'), ...by('aut', 'A', 'B', 'C', 'D', 'E')]);
  expect(coverSubject(many, 'classic')).toMatchObject({ authors: 'edited by Cy Mole', credit: '' });
});
