/* The typography's unsure marks: each is shown, and settled in the manuscript when the author has seen the line. */
import { element, fill, find, say, sidesOf } from './elements.js';
import { placeLink } from './place.js';
import { write } from './server.js';

const keyOf = ({ path, line, column }) => `${path}:${String(line)}:${String(column)}`;

/** What was asked for last: a mark, the reading that was chosen, and the diff or the reason against it. */
let open;
let page;
let now;

const HOW =
  'Octavo has set the likelier reading. Choose one to type it into the manuscript; the line is shown before anything is written.';

export function showMarks(news, given) {
  now = news;
  page = given;
  const { marks } = now.facts;
  if (marks.length === 0) return [element('p', { class: 'calm' }, 'No mark is unsure.')];
  if (open && !marks.some((mark) => keyOf(mark) === open.key)) open = undefined;
  return [
    element('p', { class: 'faint' }, HOW),
    element('ol', { class: 'marks' }, marks.slice(0, MOST).map(item)),
    marks.length > MOST
      ? element(
          'p',
          { class: 'faint' },
          `and ${String(marks.length - MOST)} more; \`octavo proof\` lists all`,
        )
      : undefined,
  ];
}

/** How many are listed at a time. */
const MOST = 200;

function item(mark) {
  const key = keyOf(mark);
  const { set, rule, confidence, choices } = mark;
  const [left, right] = sidesOf(mark);
  const isOpen = open?.key === key;
  return element(
    'li',
    { class: isOpen ? 'open' : undefined },
    element(
      'button',
      { type: 'button', class: 'go', 'data-key': `go ${key}`, 'data-mark': key },
      element('q', {}, left, element('mark', {}, set), right),
    ),
    element(
      'p',
      { class: 'facts' },
      placeLink(mark),
      ' ',
      element('span', { class: 'faint' }, `${rule}, ${String(Math.round(confidence * 100))}\u202F%`),
    ),
    element(
      'p',
      { class: 'choices' },
      choices.map(({ mark: one, name }) =>
        element(
          'button',
          {
            type: 'button',
            'data-key': `${key} ${one}`,
            'data-mark': key,
            'data-choice': one,
            'aria-pressed': String(isOpen && open.choice === one),
          },
          name,
        ),
      ),
      choices.length === 0
        ? element(
            'span',
            { class: 'faint' },
            'It stands as you typed it; `typography:` in the front matter settles its rule.',
          )
        : undefined,
    ),
    isOpen ? proposal() : undefined,
  );
}

function proposal() {
  const { diff, refused } = open;
  if (refused) return element('p', { class: 'refused', role: 'alert' }, refused);
  if (!diff) return undefined;
  const { from, removed, added } = diff;
  return element(
    'div',
    { class: 'diff', role: 'group', 'aria-label': 'What is written' },
    line('del', diff.before, from, removed),
    line('ins', diff.after, from, added),
    element(
      'p',
      { class: 'choices' },
      element(
        'button',
        { type: 'button', class: 'main', 'data-key': 'write', 'data-write': true },
        'Write into the manuscript',
      ),
      element('button', { type: 'button', 'data-key': 'cancel', 'data-cancel': true }, 'Cancel'),
    ),
  );
}

/** How much of a long line is shown on both sides of a mark. */
const SHOWN = 60;

function line(name, text, from, length) {
  const start = Math.max(0, from - SHOWN);
  const end = Math.min(text.length, from + length + SHOWN);
  return element(
    name,
    {},
    start > 0 ? '\u2026' : '',
    text.slice(start, from),
    element('mark', {}, text.slice(from, from + length) || '\u2423'),
    text.slice(from + length, end),
    end < text.length ? '\u2026' : '',
  );
}

function render() {
  fill(find('tab'), showMarks(now, page));
}

const orderOf = ({ path, line: row, column }, mark) => ({ path, line: row, column, mark });

async function propose(mark, choice) {
  open = { key: keyOf(mark), choice, mark };
  const diff = await write(['diff', ...page.steps()], orderOf(mark, choice)).catch(failed);
  open = { ...open, ...('refused' in diff ? diff : { diff }) };
  render();
  find('tab').querySelector('[data-write]')?.focus();
}

const failed = (cause) => ({ refused: cause.message.trim() || 'The preview does not answer.' });

async function settle() {
  const { mark, choice, diff } = open;
  const result = await write(['settle', ...page.steps()], {
    ...orderOf(mark, choice),
    hash: diff.hash,
  }).catch(failed);
  if ('refused' in result) open = { ...open, diff: undefined, refused: result.refused };
  else {
    open = undefined;
    say(`Written into ${result.path}, line ${String(result.line)}`);
  }
  render();
}

document.addEventListener('click', ({ target }) => {
  const button = target.closest?.('#tab button');
  if (!button || find('panel').dataset.tab !== 'marks') return;
  const { mark: key, choice, write: isWrite, cancel } = button.dataset;
  const mark = now.facts.marks.find((one) => keyOf(one) === key);
  if (mark?.page) void page.goTo({ ...mark, words: page.wordsOf(mark), light: true });
  if (mark && choice !== undefined) void propose(mark, choice);
  if (isWrite !== undefined && open?.diff) void settle();
  if (cancel !== undefined) {
    open = undefined;
    render();
  }
});
