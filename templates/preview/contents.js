/* The way through the book: its contents, and words that are looked for. */
import { element, fill, find, counted, sidesOf } from './elements.js';

/** Shows the contents, the pages that stand in none of it before them; the current page is marked. */
export function showContents({ contents, pages }, current, goTo) {
  const byHref = new Map(pages.map((page) => [page.href, page]));
  const item = ({ title, byline, href, children }) => {
    const [path, fragment = ''] = href.split('#');
    const page = byHref.get(path)?.id;
    const isCurrent = page === current && fragment === '';
    return element(
      'li',
      {},
      element(
        'button',
        {
          type: 'button',
          'aria-current': isCurrent ? 'page' : undefined,
          'data-key': href,
          'data-page': page,
          'data-fragment': fragment,
        },
        title,
        byline ? element('span', { class: 'byline' }, ` ${byline}`) : undefined,
      ),
      children.length > 0 ? element('ol', {}, children.map(item)) : undefined,
    );
  };
  const listed = new Set();
  const visit = (items) => {
    for (const { href, children } of items) {
      listed.add(href.split('#')[0]);
      visit(children);
    }
  };
  visit(contents);
  const first = pages.findIndex(({ href }) => listed.has(href));
  const before = pages.slice(0, Math.max(0, first)).filter(({ href }) => !listed.has(href));
  const toc = find('toc');
  fill(
    toc,
    element(
      'ol',
      {},
      [...before.map(({ title, href }) => ({ title, href, children: [] })), ...contents].map(item),
    ),
  );
  toc.onclick = ({ target }) => {
    const { page, fragment } = target.closest('button')?.dataset ?? {};
    if (page) void goTo({ page, fragment });
  };
}

/** How long typing may pause before words are looked for, in milliseconds. */
const PAUSE = 180;

/** Looks for words while they are typed. */
export function showSearch(search, goTo) {
  const [words, found] = ['words', 'found'].map(find);
  let timer;
  let asked = '';
  let hits = [];
  const look = async () => {
    const query = words.value.trim();
    asked = query;
    const answer = query === '' ? { hits: [] } : await search(query);
    if (asked !== query) return;
    ({ hits } = answer);
    const number = answer.isMore ? `More than ${String(hits.length)} places` : counted(hits.length, 'place');
    fill(
      found,
      query === ''
        ? undefined
        : element('p', { class: 'faint' }, hits.length === 0 ? 'Not in the book' : number),
      element('ol', {}, hits.map(hit)),
    );
  };
  find('search').addEventListener('submit', (event) => {
    event.preventDefault();
    void look();
  });
  words.addEventListener('input', () => {
    clearTimeout(timer);
    timer = setTimeout(() => void look(), PAUSE);
  });
  found.addEventListener('click', ({ target }) => {
    const one = hits[Number(target.closest('button')?.dataset.key)];
    if (one)
      void goTo({
        page: one.page,
        words: { left: one.left, text: one.match, right: one.right },
        light: true,
      });
  });
}

const hit = ({ title, match, ...sides }, index) => {
  const [left, right] = sidesOf(sides);
  return element(
    'li',
    {},
    element(
      'button',
      { type: 'button', 'data-key': index },
      element('span', { class: 'text' }, left, element('mark', {}, match), right),
      element('span', { class: 'byline' }, ` ${title}`),
    ),
  );
};
