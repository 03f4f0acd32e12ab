/* The shelf: all books of the manuscripts, each with what there is to see to. */
import { counted, element, fill, find } from './elements.js';
import { follow, read, ROOT } from './server.js';

const summaries = new Map();
let books = [];
let messages = [];

const card = ({ name, path }) => {
  const known = summaries.get(name);
  const href = new URL(`book/${encodeURIComponent(name)}/`, ROOT).href;
  const cover = known?.hasCover && new URL(`cover/${encodeURIComponent(name)}?v=${known.age}`, ROOT).href;
  return element(
    'li',
    {},
    element(
      'a',
      { href, 'data-key': name },
      cover ? element('img', { src: cover, width: 120, alt: '' }) : element('span', { class: 'blank' }),
      element('span', { class: 'name', lang: known?.language }, known?.title ?? name),
    ),
    known?.authors.length > 0 ? element('span', { class: 'by' }, known.authors.join(', ')) : undefined,
    element('span', { class: 'faint' }, known ? told(known) : path),
  );
};

const told = ({ words, errors, warnings, unsure }) =>
  [
    counted(words, 'word'),
    errors > 0 && counted(errors, 'error'),
    warnings > 0 && counted(warnings, 'warning'),
    unsure > 0 && counted(unsure, 'unsure mark'),
  ]
    .filter(Boolean)
    .join(' \u00B7 ');

function show(lost) {
  find('sum').textContent = lost
    ? 'The preview has ended. Start `octavo preview` again.'
    : books.length > 0
      ? counted(books.length, 'book')
      : (messages[0]?.reason ?? 'There is no book here yet.');
  fill(find('books'), books.map(card));
}

let age = 0;
async function refresh() {
  age += 1;
  const own = age;
  ({ books, messages } = await read('shelf'));
  show(false);
  for (const { name } of books) {
    const summary = await read('shelf', name).catch(() => undefined);
    // What changed meanwhile is asked for by the next round.
    if (own !== age) return;
    if (summary) summaries.set(name, { ...summary, age });
    show(false);
  }
}

follow(() => [], {
  built: () => void refresh().catch(() => show(true)),
  lost: (isLost) => isLost && show(true),
});
