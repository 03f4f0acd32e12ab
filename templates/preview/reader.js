/*
 * The adapter of foliate-js 1.0.1, and the one file that knows it. Its paginator shows documents in frames without
 * scripts; what it is given here is no file but the addresses of the book's documents.
 */
import '../foliate/paginator.js';
import { blocksIn, differences } from './compare.js';
import { DEVICES, sheetsOf, VIEWS } from './devices.js';
import { areAlike, patch } from './patch.js';
import {
  blockOf,
  carryLines,
  elementAt,
  lineOf,
  middleOf,
  rangeOf,
  recall,
  remember,
  takeLines,
} from './spots.js';

/** What the page that holds this one hears. */
const nothing = () => undefined;
const on = { place: nothing, key: nothing, link: nothing, open: nothing, compared: nothing };
let renderer;
/** Addresses of the pages, in reading order; the first part of them is the same for all. */
let book = { pages: [], base: '', direction: 'ltr' };
let look;
/** Files that changed since they were loaded, by their path in the book, with their newest checksum. */
let files = {};
const renewed = new Map();
/** What is shown: the place that is read, whether it was gone to, and the manuscript's lines. */
let shown = { index: -1, place: undefined, lines: new Map() };
/** The end of what is being done. */
let turn = Promise.resolve();

const addressOf = ({ href }) => book.base + href.split('/').map(encodeURIComponent).join('/');
const current = (from = renderer) => from?.getContents()[0]?.doc;

function makeRenderer() {
  const made = document.createElement('foliate-paginator');
  const render = made.render.bind(made);
  // It renders whenever its size changes, also while a document is still on its way.
  made.render = () => current(made)?.body && render();
  made.addEventListener('load', ({ detail }) => loaded(detail));
  made.addEventListener('relocate', ({ detail }) => moved(made, detail));
  return made;
}

function loaded({ doc, index }) {
  shown = { index, place: undefined, lines: takeLines(doc) };
  doc.addEventListener('keydown', (event) => on.key(event));
  doc.addEventListener('click', (event) => clicked(event, index));
  void compare(doc, index);
  doc.addEventListener('dblclick', ({ target }) => on.open(lineOf(shown.lines, target)));
}

/** What a link of a book may ask of the browser that is not the book's own. */
const OUTSIDE = new Set(['https:', 'http:', 'mailto:', 'tel:']);

function clicked(event, index) {
  const link = event.target.closest?.('a[href]');
  if (!link) {
    if (!current().getSelection().toString()) tell(event.target);
    return;
  }
  event.preventDefault();
  const href = link.getAttribute('href') ?? '';
  const url = new URL(href, addressOf(book.pages[index]));
  const inner = url.href.startsWith(book.base)
    ? decodeURIComponent(url.pathname.slice(new URL(book.base).pathname.length))
    : undefined;
  const page = book.pages.find((one) => one.href === inner);
  if (page) void show(page.id, { fragment: decodeURIComponent(url.hash.slice(1)) });
  else if (OUTSIDE.has(url.protocol)) on.link(url.href);
}

function moved(from, { reason, range }) {
  if (from !== renderer || !range) return;
  // A place that was gone to stays the place that is read, until pages are turned; of a page that was turned to, fonts
  // and pictures that come later move the text.
  if (reason === 'page' || reason === 'snap' || reason === 'scroll') shown.isAsked = false;
  if (!shown.isAsked) shown.place = middleOf(range);
  tell(range.startContainer);
}

/** Tells where in the book and in the manuscript the page begins. */
function tell(node) {
  const { index, lines } = shown;
  const pages = Math.max(1, renderer.pages - 2);
  on.place({
    page: book.pages[index]?.id,
    title: book.pages[index]?.title,
    number: Math.min(pages, Math.max(1, renderer.page)),
    pages,
    line: lineOf(lines, node),
  });
}

/** Sets the look: the device, the paper, the fonts and the size of the text. */
export function dress(next) {
  look = next;
  if (!renderer) return;
  const { width, height, margin, columns } = {
    width: innerWidth,
    height: innerHeight,
    ...DEVICES[look.device],
  };
  const column = width / columns;
  const set = (name, value) => renderer.getAttribute(name) === value || renderer.setAttribute(name, value);
  set('max-column-count', String(columns));
  set('max-inline-size', `${String(Math.ceil(column))}px`);
  set('max-block-size', `${String(height)}px`);
  set('margin', `${String(margin)}px`);
  set('gap', `${String((200 * margin) / column / columns)}%`);
  const { before, after, back } = sheetsOf(look);
  document.body.style.background = back;
  renderer.setStyles([before, after]);
}

/** Opens a book, its pages below `base`: at `start`, or at the page and the place of the one before. */
export const open = (outline, base, start) =>
  inTurn(async () => {
    await reopen(outline, start ? { id: start.page } : book.pages[shown.index], base, start);
  });

function take({ pages, direction, files: sums }, base) {
  book = { pages, direction, base };
  for (const [href, sum] of Object.entries(sums))
    if (files[href] && files[href] !== sum) renewed.set(href, sum);
  files = sums;
  renderer.open({
    dir: direction,
    sections: pages.map((page) => ({ load: () => addressOf(page), linear: page.linear ? 'yes' : 'no' })),
  });
}

/** Does one thing after the other: a page must not be loaded while another one is. */
const inTurn = (task) => (turn = turn.then(task, task));

/** The place in a document that is asked for: words, a line of the manuscript, an element's id, or its beginning. */
function placeIn(doc, { words, line, fragment }) {
  const near = line === undefined ? undefined : elementAt(shown.lines, line);
  const range = words && rangeOf(doc, words, near);
  return range ?? near ?? ((fragment && doc.getElementById(fragment)) || 0);
}

/** Goes to a page and a place there; `light` lights it for a moment. */
export const show = (id, where = {}) =>
  inTurn(async () => {
    const index = book.pages.findIndex((page) => page.id === id);
    if (index < 0) return;
    let place = 0;
    await renderer.goTo({ index, anchor: (doc) => (place = placeIn(doc, where)) });
    keep(place);
    if (where.light && typeof place !== 'number') light([place]);
  });

function keep(place) {
  if (typeof place === 'number') return;
  const range = 'startContainer' in place ? place.cloneRange() : place.ownerDocument.createRange();
  if (!('startContainer' in place)) range.selectNodeContents(place);
  shown.place = range;
  shown.isAsked = true;
}

export const next = () => inTurn(() => renderer.next());
export const previous = () => inTurn(() => renderer.prev());

/** How long what changed stays lit, in milliseconds. */
const LIT = 1800;
let dark;

/** Lights ranges or elements of the page for a moment. */
function light(places) {
  highlight('octavo-lit', places);
  clearTimeout(dark);
  dark = setTimeout(() => highlight('octavo-lit', []), LIT);
}

function highlight(name, places) {
  const view = current()?.defaultView;
  if (!view?.Highlight) return;
  const ranges = places.map((place) => {
    if ('startContainer' in place) return place;
    const range = place.ownerDocument.createRange();
    range.selectNodeContents(place);
    return range;
  });
  view.CSS.highlights.set(name, new view.Highlight(...ranges));
}

/** Lights where the page of another reader differs from the EPUB's, and tells in how many places. */
async function compare(doc, index) {
  const { path } = VIEWS[look.view];
  on.compared(undefined);
  if (path === 'files') return;
  const address = addressOf(book.pages[index]);
  const { before, after } = sheetsOf(look);
  const epub = address.replace(`/${path}/`, '/files/');
  const { other, missing } = await differences(address, epub, [before, after]);
  if (doc !== current()) return;
  const blocks = blocksIn(doc);
  highlight(
    'octavo-other',
    other.map((number) => blocks[number]).filter((block) => block?.isConnected),
  );
  on.compared(other.length + missing);
}

/** Shows which words of the page the typography is not sure of. */
export function showMarks(marks) {
  const doc = current();
  if (!doc) return;
  const found = marks.flatMap(({ words, line }) => rangeOf(doc, words, elementAt(shown.lines, line)) ?? []);
  highlight('octavo-unsure', found);
}

/**
 * Takes another edition of the book and shows it where the last one was read; where `follow` is set, at what changed
 * on the page. Tells whether anything did.
 */
export const update = (outline, { follow, fetchPage }) =>
  inTurn(async () => {
    const before = book.pages;
    const page = before[shown.index];
    const isSame =
      before.length === outline.pages.length && before.every(({ id }, i) => id === outline.pages[i].id);
    if (!isSame || !page) return reopen(outline, page);
    const text = await fetchPage(addressOf(page));
    take(outline, book.base);
    const fresh = new DOMParser().parseFromString(text, 'application/xhtml+xml');
    const doc = current();
    if (!doc || !fresh.body || fresh.querySelector('parsererror') || headOf(fresh) !== headOf(doc))
      return reopen(outline, page);
    return exchange(doc, fresh, follow);
  });

/** What a document loads and how it runs: a new one is another document. */
const headOf = ({ documentElement: root }) =>
  [
    root.lang,
    root.dir,
    ...[...root.querySelectorAll('head link')].map((link) => link.getAttribute('href')?.replace(/\?.*/u, '')),
  ].join(' ');

/** Changes the document that is shown, and keeps the place. */
async function exchange(doc, fresh, follow) {
  const lines = takeLines(fresh);
  renew(doc, fresh);
  const { place } = shown;
  const words = place && remember(place);
  const changed = patch(doc.body, fresh.body).filter((element) => element?.isConnected);
  shown.lines = carryLines(doc.body, fresh.body, lines);
  void compare(doc, shown.index);
  if (changed.length === 0) {
    tell(renderer.getContents()[0] && place ? place.startContainer : doc.body);
    return false;
  }
  if (changed.some((element) => element.querySelector('img, svg') ?? element.matches('img, svg')))
    renderer.render();
  const kept = follow ? undefined : placeNow(doc, words, place);
  const first = blockOf(changed[0]) ?? changed[0];
  const goal = follow ? first : (kept ?? first);
  await renderer.goTo({ index: shown.index, anchor: () => goal });
  keep(goal);
  if (follow) light([first]);
  return true;
}

/** The place that was read: its node moved along with the text, unless it went with its paragraph. */
function placeNow(doc, words, place) {
  const isThere =
    place && doc.contains(place.startContainer) && place.startContainer.nodeType === Node.TEXT_NODE;
  if (!words) return isThere ? place : undefined;
  const now = isThere ? remember(place) : undefined;
  const isSame =
    now && (now.right.startsWith(words.right.slice(0, 8)) || now.left.endsWith(words.left.slice(-8)));
  if (isSame) return place;
  // A paragraph that was rewritten, or split, is still the one that is read; the same words may stand in others.
  const isKept = now && areAlike(now.text, words.text, 1 / 6);
  const stretch = isKept ? [now.start, now.start + words.text.length] : [];
  return (
    recall(doc, { ...words, ...(now && { offset: now.offset }) }, ...stretch) ?? (isThere ? place : undefined)
  );
}

/** Loads sheets and pictures again that have another content under the same name. */
function renew(doc, fresh) {
  for (const element of fresh.querySelectorAll('img[src], image, source[src]')) {
    const name = element.hasAttribute('src') ? 'src' : element.hasAttribute('href') ? 'href' : 'xlink:href';
    const value = element.getAttribute(name);
    const sum = value && renewed.get(pathOf(value));
    if (sum) element.setAttribute(name, `${value}?v=${sum}`);
  }
  for (const link of doc.querySelectorAll('head link[rel="stylesheet"]')) {
    const href = link.getAttribute('href').replace(/\?.*/u, '');
    const sum = renewed.get(pathOf(href));
    if (!sum || link.getAttribute('href').endsWith(`?v=${sum}`)) continue;
    const other = link.cloneNode();
    other.setAttribute('href', `${href}?v=${sum}`);
    // The old sheet holds until the new one is there.
    const settle = () => {
      link.remove();
      renderer.render();
    };
    other.addEventListener('load', settle, { once: true });
    other.addEventListener('error', settle, { once: true });
    link.after(other);
  }
}

/** A file's path in the book, from its address in the page that is shown. */
function pathOf(address) {
  const url = new URL(address, addressOf(book.pages[shown.index]));
  return decodeURIComponent(url.pathname.slice(new URL(book.base).pathname.length));
}

/**
 * Where a page is in another edition: under its name and title, or its title alone, for a chapter that comes or goes may
 * give those after it other names; else under its name.
 */
function indexOfPage({ pages }, page) {
  if (!page) return -1;
  const keyOf = ({ id, title }) => `${id} ${title}`;
  const known = new Set(book.pages.map(keyOf));
  const ways = [
    (one) => keyOf(one) === keyOf(page),
    (one) => one.title === page.title && !known.has(keyOf(one)),
    (one) => one.id === page.id,
  ];
  return ways.reduce((index, way) => (index < 0 ? pages.findIndex(way) : index), -1);
}

/** Opens the book anew, at the same page where it still is: pages came, went or moved. */
async function reopen(outline, page, base = book.base, start = {}) {
  const words =
    shown.place && current()?.contains(shown.place.startContainer) ? remember(shown.place) : undefined;
  const index = indexOfPage(outline, page);
  const old = renderer;
  const behind = shown.index;
  renderer = makeRenderer();
  renderer.inert = true;
  document.body.append(renderer);
  take(outline, base);
  dress(look);
  shown = { index: -1, place: undefined, lines: new Map() };
  const goal = index < 0 ? Math.min(Math.max(behind, 0), outline.pages.length - 1) : index;
  if (goal >= 0) {
    let place = 0;
    await renderer.goTo({
      index: goal,
      anchor: (doc) => (place = words ? (recall(doc, words) ?? 0) : placeIn(doc, start)),
    });
    keep(place);
  }
  renderer.inert = false;
  if (old?.getContents().length > 0) old.destroy();
  old?.remove();
  return true;
}

addEventListener('resize', () => renderer && dress(look));
addEventListener('keydown', (event) => on.key(event));

/** The page that holds this one takes hold of it here. */
globalThis.reader = { on, open, show, next, previous, dress, update, showMarks };
globalThis.dispatchEvent(new Event('reader-ready'));
