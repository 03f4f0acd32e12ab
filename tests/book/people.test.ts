/** Names as they are filed: IFLA's *Names of Persons* and what English libraries and style manuals do. */
import { askAbout, filedAs } from '../../src/book/people.js';

const filed = (name: string, language: string) => filedAs({ name, role: 'aut' }, language).sort;

test.each([
  ['en', 'Jane Austen', 'Austen, Jane'],
  ['en', 'Homer', 'Homer'],
  ['en', 'Lee, Ann', 'Lee, Ann'],
  ['en', 'Samuel Delany Jr.', 'Delany, Samuel, Jr.'],
  ['en', 'Samuel Delany, Jr.', 'Delany, Samuel, Jr.'],
  ['en', 'John Paul Marsh III', 'Marsh, John Paul, III'],
  ['en', 'Ann Holt, Ph.D.', 'Holt, Ann, Ph.D.'],
  ['en', 'Dr. Ann Holt', 'Holt, Ann, Dr.'],
  ['en', 'Mrs. Gaskell', 'Gaskell, Mrs.'],
  ['en', 'Sir Arthur Conan Doyle', 'Doyle, Arthur Conan, Sir'],
  ['en', 'Joseph Sheridan Le Fanu', 'Le Fanu, Joseph Sheridan'],
  ['en', 'Robert De Niro', 'De Niro, Robert'],
  ['en', 'Oscar de la Renta', 'de la Renta, Oscar'],
  ['en', 'Daphne du Maurier', 'du Maurier, Daphne'],
  ['en', 'Emily St. John Mandel', 'Mandel, Emily St. John'],
  ['en', 'Jill St. John', 'St. John, Jill'],
  ['en', 'Julian of Norwich', 'Julian of Norwich'],
  ['en', 'Harrow & Sons', 'Harrow & Sons'],
  ['en', 'Ferry Press', 'Ferry Press'],
  ['en', 'The Weir Collective', 'The Weir Collective'],
  ['en', 'Friends of the Harbour', 'Friends of the Harbour'],
  ['en', 'tide_walker 92', 'tide_walker 92'],
  ['en', 'Queen Elizabeth II', 'Elizabeth II, Queen'],
  ['en', 'Pope John Paul II', 'John Paul II, Pope'],
  ['en', 'King Vidor', 'Vidor, King'],
  ['de', 'Johann Wolfgang von Goethe', 'Goethe, Johann Wolfgang von'],
  ['de', 'Ursula von der Leyen', 'Leyen, Ursula von der'],
  ['de', 'Erich vom Ende', 'vom Ende, Erich'],
  ['nl', 'Jan van der Berg', 'Berg, Jan van der'],
  ['nl-BE', 'Jan van der Berg', 'van der Berg, Jan'],
  ['fr', 'Honoré de Balzac', 'Balzac, Honoré de'],
  ['fr', 'Jean de La Fontaine', 'La Fontaine, Jean de'],
  ['fr', 'Joachim du Bellay', 'du Bellay, Joachim'],
  ['fr', 'Jean d’Ormesson', 'Ormesson, Jean d’'],
  ['it', 'Edmondo De Amicis', 'De Amicis, Edmondo'],
  ['it', 'Giuseppe Tomasi di Lampedusa', 'di Lampedusa, Giuseppe Tomasi'],
  ['es', 'Miguel de Cervantes', 'Cervantes, Miguel de'],
  ['es', 'José Ortega y Gasset', 'Ortega y Gasset, José'],
  ['es', 'Jorge Luis Borges', 'Borges, Jorge Luis'],
  ['es', 'Rosa Montero', 'Montero, Rosa'],
  ['pt', 'João Silva Filho', 'Silva Filho, João'],
  ['pt', 'José de Alencar', 'Alencar, José de'],
  ['sv', 'Carl von Linné', 'Linné, Carl von'],
  ['hu', 'Szabó Magda', 'Szabó Magda'],
  ['is', 'Halldór Laxness', 'Halldór Laxness'],
  ['en', '村上 春樹', '村上 春樹'],
  ['ru', 'Лев Николаевич Толстой', 'Толстой, Лев Николаевич'],
])('%s: %s', (language, name, sort) => {
  expect(filed(name, language)).toBe(sort);
});

test.each([
  ['es', 'Gabriel García Márquez', 'book:sort-name', '"García Márquez, Gabriel"'],
  ['en', 'Ludwig van Beethoven', 'book:sort-name', '"van Beethoven, Ludwig"'],
  ['ja', 'Murakami Haruki', 'book:sort-name', '"Murakami Haruki"'],
  ['en', 'Gabriel García Márquez', 'book:sort-name', '"García Márquez, Gabriel"'],
  ['de', 'Federico Garcia Lorca', 'book:sort-name', '"Garcia Lorca, Federico"'],
  ['en', 'Nguyễn Nhật Ánh', 'book:sort-name', '"Nguyễn Nhật Ánh"'],
  ['en', 'Ann Harrow and Tom Hale', 'book:two-names', 'authors: [Ann Harrow, Tom Hale]'],
])('%s: %s is asked about', (language, name, id, hint) => {
  const [message] = askAbout([{ name, role: 'aut' }], language, { path: 'book.md' });
  expect(message).toMatchObject({ id, severity: 'warning', path: 'book.md' });
  expect(message?.hint).toContain(hint);
});

test.each([
  ['en', 'Harrow and Daughters'],
  ['en', 'Mary Reed'],
  ['hu', 'Szabó Magda'],
  ['es', 'Jorge Luis Borges'],
  ['en', 'Carlos Ruiz'],
  ['en', 'Juan Martínez Jr.'],
])('%s: nothing is asked about %s', (language, name) => {
  expect(askAbout([{ name, role: 'aut' }], language, { path: 'book.md' })).toEqual([]);
});

test('a sort of the author’s own is taken and nothing asked', () => {
  const person = { name: 'Ludwig van Beethoven', sort: 'Beethoven, Ludwig van', role: 'aut' };
  expect(filedAs(person, 'en')).toEqual({ sort: 'Beethoven, Ludwig van' });
  expect(askAbout([person], 'en', { path: 'book.md' })).toEqual([]);
});
