/* The page of a book: it asks the server what there is, and puts the reader, the contents and the notes to work. */
import { showContents, showSearch } from './contents.js';
import { counted, find, say } from './elements.js';
import { dressStage, makeLook } from './look.js';
import { VIEWS } from './devices.js';
import { showNotice } from './notice.js';
import { makePanel, showPanel } from './panel.js';
import { listenToProof, showInProof, showProof } from './proof.js';
import { findWords, follow, read, readText, ROOT } from './server.js';
import { editorLink, settings } from './settings.js';

const name = decodeURIComponent(location.pathname.split('/').at(-2));
const frame = find('reader');

/** The reader's adapter, in the frame of its own. */
const reader = await new Promise((resolve) => {
  const { contentWindow } = frame;
  if (contentWindow.reader) resolve(contentWindow.reader);
  else contentWindow.addEventListener('reader-ready', () => resolve(contentWindow.reader));
  // The frame may still hold the empty page that it begins with.
  frame.addEventListener('load', () => {
    if (frame.contentWindow.reader) resolve(frame.contentWindow.reader);
    else frame.contentWindow.addEventListener('reader-ready', () => resolve(frame.contentWindow.reader));
  });
});

const setup = await read('setup');
const asked = new URLSearchParams(location.search);
if (setup.device) settings.device = setup.device;
if (asked.has('device')) settings.device = asked.get('device');
if (settings.theme !== '-' && !setup.themes.includes(settings.theme)) settings.theme = '-';
find('shelf').hidden = setup.book !== undefined;

/** What is shown: the book as it was taken last, and what is known about it. */
let outline;
let facts;
let base;
/** Where one is in the book, and in how many places its page differs from the EPUB's. */
let here = {};
let compared;
/** The place of a manuscript that is looked at in the proof. */
let proofed;

const steps = () => [name, settings.theme];
const addressOf = (path) => new URL([path, ...steps()].map(encodeURIComponent).join('/'), ROOT).href;
const isProof = () => settings.view === 'proof';

/** Shows the newest edition; where the book is broken, the last one stays. */
async function refresh() {
  const fresh = await read('outline', ...steps());
  const address = `${addressOf(VIEWS[settings.view].path)}/`;
  const isOther = base !== address || !outline || outline.pages.length === 0;
  const isNew = isOther || fresh.version !== outline.version;
  showNotice(fresh);
  find('title').textContent = fresh.title || name;
  document.title = `${fresh.title || name} \u2013 preview`;
  find('title').lang = fresh.language;
  if (fresh.pages.length > 0 && isOther) {
    const start = base ? undefined : placeInAddress();
    base = address;
    await reader.open(fresh, address, start);
  } else if (isNew && !fresh.isBroken) {
    const isChanged = await reader.update(fresh, { follow: settings.follow, fetchPage: readText });
    painted({ isChanged });
  }
  outline = fresh;
  showContents(fresh, here.page, goTo);
  if (isNew) await refreshFacts();
  if (isProof() && fresh.pages.length > 0)
    await showProof(addressOf('proof'), { follow: settings.follow && isNew });
}

/** Puts the proof over the pages, or takes it away. */
function dressView() {
  find('stage').classList.toggle('proofed', isProof());
  find('proof').hidden = !isProof();
  for (const id of ['room', 'turn']) find(id).inert = isProof();
  for (const id of ['device', 'paper', 'font', 'smaller', 'larger']) find(id).disabled = isProof();
}

/** The place that the address keeps, for a page that is loaded again. */
function placeInAddress() {
  const [page, line] = decodeURIComponent(location.hash.slice(1)).split(':');
  return page ? { page, ...(line ? { line: Number(line) } : {}) } : undefined;
}

/** Tells those who measure that the page is painted. */
const painted = (detail) =>
  requestAnimationFrame(() => dispatchEvent(new CustomEvent('octavo-painted', { detail })));

async function refreshFacts() {
  const before = facts;
  facts = await read('facts', ...steps());
  showPanel({ facts, outline, name });
  showMarks();
  place();
  const { edited } = facts;
  const isElsewhere = before && edited?.page && edited.page !== here.page;
  if (settings.follow && !isProof() && isElsewhere && facts.version !== before.version)
    await goTo({ ...edited, light: true });
}

/** The unsure marks of the page are lit while they are looked through. */
function showMarks() {
  const isAsked = find('panel').dataset.tab === 'marks';
  const marks = isAsked ? (facts?.marks ?? []).filter(({ page }) => page === here.page) : [];
  reader.showMarks(marks.map((mark) => ({ line: mark.line, words: wordsOf(mark) })));
}

const wordsOf = ({ left, set, right }) => ({ left, text: set, right });

/** Goes to a place in the book. */
async function goTo({ page, line, words, fragment, light, ...spot }) {
  if (isProof()) {
    const chapter = facts?.chapters.find(({ id }) => id === page);
    const place = spot.path ? { ...spot, line } : chapter;
    if (place) showInProof(place);
    return;
  }
  await reader.show(page ?? here.page, { line, words, fragment, light });
  showMarks();
}

/** The place in the manuscript that is looked at. */
function spotNow(line = here.line) {
  const chapter = isProof()
    ? facts?.chapters.find(({ path }) => path === proofed?.path)
    : facts?.chapters.find(({ id }) => id === here.page);
  return chapter && { ...chapter, line: chapter.line, ...(isProof() ? proofed : line ? { line } : {}) };
}

const told = (differing) =>
  differing === undefined
    ? ''
    : differing === 0
      ? 'as the EPUB'
      : `${counted(differing, 'place')} other than in the EPUB`;

/** Says where in the book and in the manuscript the page is. */
function place() {
  find('here').textContent = here.title
    ? [here.title, `${String(here.number)} of ${String(here.pages)}`, told(compared)]
        .filter(Boolean)
        .join(' \u00B7 ')
    : '';
  const spot = spotNow();
  const source = find('source');
  const link = spot && editorLink(spot);
  source.textContent = spot ? `${spot.path}:${String(spot.line)}` : '';
  if (link) source.href = link;
  else source.removeAttribute('href');
  // Another device has no clipboard for a page that is not encrypted.
  find('copy').hidden = !spot || !navigator.clipboard;
  if (here.page)
    history.replaceState(
      history.state,
      '',
      `#${encodeURIComponent(here.page)}${here.line ? `:${String(here.line)}` : ''}`,
    );
}

reader.on.place = (where) => {
  const isOther = where.page !== here.page;
  here = where;
  place();
  if (!isOther || !outline) return;
  showContents(outline, here.page, goTo);
  showMarks();
};
reader.on.compared = (differing) => {
  compared = differing;
  place();
};
reader.on.open = openEditor;
function openEditor(line) {
  const spot = spotNow(line);
  const link = spot && editorLink(spot);
  if (link) location.href = link;
}
const look = (spot) => {
  proofed = spot ?? proofed;
  place();
};
listenToProof({
  told: look,
  open(spot) {
    look(spot);
    openEditor();
  },
});
reader.on.link = (address) => open(address, '_blank', 'noopener,noreferrer');
reader.on.key = turnByKey;
document.addEventListener('keydown', (event) => {
  // A button that was clicked keeps the focus; of the keys that turn pages it has only the space bar.
  const others = event.key === ' ' ? 'input, select, textarea, button' : 'input, select, textarea';
  if (!event.target.closest?.(`${others}, [role="tablist"]`)) turnByKey(event);
});
find('next').addEventListener('click', () => reader.next());
find('previous').addEventListener('click', () => reader.previous());
find('copy').addEventListener('click', async ({ currentTarget: button }) => {
  const isCopied = await navigator.clipboard.writeText(find('source').textContent).then(
    () => true,
    () => false,
  );
  button.textContent = isCopied ? 'Copied' : 'Not copied';
  say(button.textContent);
  setTimeout(() => (button.textContent = 'Copy'), SAID);
});

/** How long a button says what it did, in milliseconds. */
const SAID = 1500;

function turnByKey(event) {
  if (event.ctrlKey || event.metaKey || event.altKey) return;
  const isBackwards = outline?.direction === 'rtl';
  const turns = {
    ArrowRight: isBackwards ? 'previous' : 'next',
    ArrowLeft: isBackwards ? 'next' : 'previous',
    PageDown: 'next',
    PageUp: 'previous',
    ' ': event.shiftKey ? 'previous' : 'next',
  };
  const way = turns[event.key];
  if (!way) return;
  event.preventDefault();
  void reader[way]();
}

makeLook(setup, (control) => {
  dressView();
  dressStage(reader);
  if (control === 'theme') restart();
  if (control === 'view') void built();
});
makePanel({ goTo, wordsOf, steps, shown: showMarks, changed: place });
showSearch((words) => findWords(steps(), words), goTo);
for (const [button, id] of [
  ['open-contents', 'contents'],
  ['open-look', 'look'],
  ['open-panel', 'panel'],
]) {
  find(button).addEventListener('click', ({ currentTarget }) => {
    const isOpen = find(id).classList.toggle('open');
    currentTarget.setAttribute('aria-expanded', String(isOpen));
    dressStage(reader);
  });
}
addEventListener('resize', () => dressStage(reader));

/** How long after a question that got no answer it is asked again, in milliseconds. */
const AGAIN = 1000;
let again;
let isBusy = false;
let isStale = false;
/** One at a time: what is built meanwhile is shown after it. */
async function built() {
  isStale = true;
  if (isBusy) return;
  isBusy = true;
  try {
    while (isStale) {
      isStale = false;
      await refresh();
    }
    showNotice({ lost: false });
  } catch (cause) {
    const isAway = cause.status === undefined;
    showNotice({ lost: isAway ? 'away' : 'over' });
    // The word of a build may come through while nothing else does yet: a computer that wakes up.
    clearTimeout(again);
    if (isAway) again = setTimeout(() => void built(), AGAIN);
  } finally {
    isBusy = false;
  }
}

let restart = () => undefined;
dressView();
dressStage(reader);
restart = follow(steps, {
  built: () => void built(),
  lost(isLost, isOver) {
    // The next preview counts its builds anew.
    if (isLost && outline) outline = { ...outline, version: undefined };
    showNotice({ lost: isLost ? (isOver ? 'over' : 'away') : false });
  },
});
