/*
 * The proof as a view of the book: the page that `octavo proof --html` writes, in a frame, which follows the manuscript.
 */
import { find } from './elements.js';
import { patch } from './patch.js';
import { readText } from './server.js';

/** What changes from one edition to the next; the rest is the page's own state. */
const PARTS = ['head style', 'header', '.bar details fieldset', '.list, .settled', 'main'];

const frame = find('proof');
let shown;

const page = () => frame.contentDocument;

/** Shows the newest proof below an address, in place of the one before; where `follow` is set, at what changed. */
export async function showProof(address, { follow }) {
  if (shown !== address) {
    shown = address;
    await load(address);
    return;
  }
  // The frame's own: it may have styles, as the page round it may not.
  const { DOMParser } = frame.contentWindow;
  const fresh = new DOMParser().parseFromString(await readText(address), 'text/html');
  const changed = PARTS.flatMap((part) => exchange(page().querySelector(part), fresh.querySelector(part)));
  page().dispatchEvent(new Event('octavo-renewed'));
  const first = changed.find((one) => one.isConnected && one.closest('main') && one.localName !== 'main');
  if (follow && first) goTo(first);
}

const load = (address) =>
  new Promise((resolve) => {
    frame.addEventListener('load', resolve, { once: true });
    frame.contentWindow.location.replace(address);
  });

function exchange(now, next) {
  if (now.localName === next.localName) return patch(now, next);
  now.replaceWith(page().importNode(next, true));
  return [];
}

/** Goes to an unsure mark, or to the paragraph of the text that begins at a line of a manuscript or before it. */
export function showInProof({ path, line, column }) {
  const mark = page().querySelector(`[data-place="${CSS.escape(`${path}:${line}:${column}`)}"]`);
  const begins = (one) => Number(one.dataset.line) <= (line ?? 1);
  const lines = sectionsOf(path).flatMap((section) => [...section.querySelectorAll('[data-line]')]);
  if (mark) mark.focus({ preventScroll: true });
  const place = mark ?? lines.findLast(begins) ?? sectionsOf(path)[0];
  if (place) goTo(place);
}

function goTo(place) {
  place.scrollIntoView({ block: 'center' });
  // Sections on the way have their true height only now.
  page().defaultView.requestAnimationFrame(() => place.scrollIntoView({ block: 'center' }));
  place.animate([{ backgroundColor: 'var(--lit)' }, {}], 1800);
}

/** The sections of a manuscript: its name stands above the first of them. */
function sectionsOf(path) {
  const all = [...page().querySelectorAll('main > section')];
  let name;
  return all.filter((section) => (name = section.querySelector('.path')?.textContent ?? name) === path);
}

/** Tells `told` which place of a manuscript is clicked or comes to have the focus, and `open` which is clicked twice. */
export function listenToProof({ told, open }) {
  frame.addEventListener('load', () => {
    const place = ({ target }) => placeOf(target);
    const on = (type, listener) => page().addEventListener(type, listener);
    on('click', (event) => told(place(event)));
    on('focusin', (event) => told(place(event)));
    on('dblclick', (event) => open(place(event)));
  });
}

function placeOf(target) {
  const mark = target.closest('[data-place]')?.dataset.place;
  const [, ofMark, row, column] = /^(.*):(\d+):(\d+)$/u.exec(mark ?? '') ?? [];
  if (ofMark) return { path: ofMark, line: Number(row), column: Number(column) };
  const line = target.closest('[data-line]')?.dataset.line;
  let section = target.closest('main > section');
  while (section && !section.querySelector('.path')) section = section.previousElementSibling;
  const path = section?.querySelector('.path').textContent;
  return path && line ? { path, line: Number(line) } : undefined;
}
