/* What Octavo knows about the book: messages, unsure marks, words, covers; each leads to its place. */
import { showCovers } from './covers.js';
import { counted, element, fill, find } from './elements.js';
import { showMarks } from './marks.js';
import { placeLink } from './place.js';
import { choose, EDITORS, settings } from './settings.js';

/** What the page does for the panel, and what it shows now. */
let page;
let now;
let tab = 'messages';

const TABS = {
  messages: {
    name: 'Messages',
    count: ({ facts }) => facts.messages.filter(isMatter).length,
    show: messages,
  },
  marks: { name: 'Marks', count: ({ facts }) => facts.marks.length, show: () => showMarks(now, page) },
  words: { name: 'Words', show: words },
  covers: { name: 'Cover', show: () => showCovers(now, page.steps()) },
};

const isMatter = ({ severity }) => severity !== 'info';

/** Makes the panel; `goTo` leads to a place of the book. */
export function makePanel(given) {
  page = given;
  const tabs = find('tabs');
  tabs.addEventListener('click', ({ target }) => open(target.closest('[role="tab"]')?.dataset.tab));
  tabs.addEventListener('keydown', ({ key }) => {
    const by = { ArrowRight: 1, ArrowLeft: -1 }[key];
    if (!by) return;
    const names = Object.keys(TABS);
    open(names.at((names.indexOf(tab) + by) % names.length));
    tabs.querySelector('[aria-selected="true"]').focus();
  });
  find('tab').addEventListener('click', ({ target }) => {
    const { page: id, path, line } = target.closest('[data-page]')?.dataset ?? {};
    if (id) void page.goTo({ page: id, path, line: line ? Number(line) : undefined, light: true });
  });
  const { editor, pattern } = settings;
  find('editor').append(
    ...Object.entries(EDITORS).map(([value, { name }]) =>
      element('option', { value, selected: value === editor }, name),
    ),
  );
  find('pattern').value = pattern;
  find('pattern').hidden = editor !== 'other';
  find('editing').addEventListener('submit', (event) => event.preventDefault());
  find('editing').addEventListener('input', () => {
    choose({ editor: find('editor').value, pattern: find('pattern').value.trim() });
    find('pattern').hidden = settings.editor !== 'other';
    page.changed();
    show();
  });
}

function open(name) {
  if (!name) return;
  tab = name;
  show();
  page.shown();
}

/** Shows what is known now. */
export function showPanel(news) {
  now = news;
  show();
  const trouble = TABS.messages.count(now);
  find('open-panel').textContent = trouble > 0 ? `Notes (${String(trouble)})` : 'Notes';
}

function show() {
  if (!now) return;
  find('panel').dataset.tab = tab;
  fill(
    find('tabs'),
    Object.entries(TABS).map(([key, { name, count }]) => {
      const number = count?.(now) ?? 0;
      return element(
        'button',
        {
          type: 'button',
          role: 'tab',
          id: `tab-${key}`,
          'data-tab': key,
          'data-key': key,
          'aria-selected': String(key === tab),
          'aria-controls': 'tab',
          tabindex: key === tab ? 0 : -1,
        },
        name,
        number > 0 ? element('span', { class: 'count' }, ` ${String(number)}`) : undefined,
      );
    }),
  );
  find('tab').setAttribute('aria-labelledby', `tab-${tab}`);
  const content = TABS[tab].show();
  if (content) fill(find('tab'), content);
}

/** Messages of these ids stand together, under a name that authors know. */
const GROUPS = [
  { name: 'Missing alternative texts', ids: /^image:alt$/ },
  { name: 'Links that lead nowhere', ids: /^link:/ },
  { name: 'Pictures', ids: /^image:/ },
  { name: 'In the manuscript', ids: /^/ },
];
const RANK = { error: 'Error', warning: 'Warning', info: 'Note' };

function messages() {
  const { facts } = now;
  const rest = new Set(facts.messages);
  const groups = GROUPS.map(({ name, ids }) => {
    const own = [...rest].filter(({ id }) => ids.test(id));
    for (const one of own) rest.delete(one);
    return { name, own };
  });
  if (facts.messages.length === 0) return [element('p', { class: 'calm' }, 'No messages: all is well.')];
  return groups
    .filter(({ own }) => own.length > 0)
    .reverse()
    .map(({ name, own }) =>
      element(
        'section',
        {},
        element('h2', {}, name, element('span', { class: 'count' }, ` ${String(own.length)}`)),
        element('ul', {}, own.slice(0, MOST).map(message)),
        own.length > MOST
          ? element('p', { class: 'faint' }, `and ${String(own.length - MOST)} more`)
          : undefined,
      ),
    );
}

/** How many of a kind are listed. */
const MOST = 100;

const message = ({ severity, id, reason, hint, ...spot }) =>
  element(
    'li',
    { class: severity },
    element('span', { class: 'rank' }, RANK[severity]),
    ' ',
    spot.page
      ? element(
          'button',
          {
            type: 'button',
            class: 'go',
            'data-page': spot.page,
            'data-path': spot.path,
            'data-line': spot.line,
            'data-key': `${id} ${spot.path} ${spot.line} ${reason}`,
          },
          coded(reason),
        )
      : element('span', {}, coded(reason)),
    hint ? element('p', { class: 'hint' }, coded(hint)) : undefined,
    element(
      'p',
      { class: 'facts' },
      placeLink(spot),
      spot.path ? ' ' : undefined,
      element('span', { class: 'faint' }, id),
    ),
  );

/** The author's own words stand in backticks. */
const coded = (text) =>
  text
    .split(/(`[^`]*`)/u)
    .map((part) => (/^`.*`$/u.test(part) ? element('code', {}, part.slice(1, -1)) : part));

function words() {
  const { facts } = now;
  const most = Math.max(1, ...facts.chapters.map((chapter) => chapter.words));
  return [
    element(
      'p',
      { class: 'calm' },
      `${counted(facts.words, 'word')} in ${counted(facts.chapters.length, 'text')}`,
    ),
    element(
      'table',
      {},
      element(
        'thead',
        {},
        element(
          'tr',
          {},
          element('th', { scope: 'col' }, 'Chapter'),
          element('th', { scope: 'col' }, 'Words'),
        ),
      ),
      element(
        'tbody',
        {},
        facts.chapters.map(({ title, words: own, ...spot }) =>
          element(
            'tr',
            {},
            element(
              'th',
              { scope: 'row' },
              element(
                'button',
                { type: 'button', class: 'go', 'data-page': spot.page, 'data-key': spot.page },
                title,
              ),
              element('meter', { min: 0, max: most, value: own, 'aria-hidden': 'true' }),
            ),
            element('td', {}, own.toLocaleString('en')),
          ),
        ),
      ),
    ),
  ];
}
