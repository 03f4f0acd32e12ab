/* The proof page: from mark to mark, and what each of them is. Filtering is the style sheet's. */
(() => {
  const find = (id) => document.getElementById(id);
  const [book, card, count] = ['book', 'card', 'count'].map(find);
  const rulesNow = () => [...document.querySelectorAll('input[value][data-changes]')];
  const names = JSON.parse(card.dataset.names);
  const described = (mark) => {
    const name =
      mark === '' ? 'nothing' : (names[mark] ?? [...mark].map((one) => names[one] ?? one).join(', '));
    return mark.trim() === '' || name === mark ? name : `${mark} (${name})`;
  };
  let current;

  const isUnsureOnly = () => find('unsure-only').checked;

  /** The marks of the rules that are ticked, in order: those that are unsure, or any. */
  function marksOf(selector) {
    const off = rulesNow()
      .filter(({ checked }) => !checked)
      .map(({ value }) => `.${value}`);
    const hidden = off.length > 0 ? `:not(${off.join(',')})` : '';
    return [...book.querySelectorAll(selector + hidden)].map((mark) => mark.closest('.unsure') ?? mark);
  }

  /** Says how many marks are shown, and which of the unsure ones is the current. */
  function tell() {
    const sum = (key) =>
      rulesNow().reduce((all, { checked, dataset }) => all + (checked ? Number(dataset[key]) : 0), 0);
    const unsure = sum('unsure');
    const at = current?.matches('.unsure') ? marksOf('.unsure').indexOf(current) + 1 : 0;
    const told = at > 0 ? `${at} of ${unsure} unsure` : `${unsure} unsure`;
    count.textContent = at > 0 || isUnsureOnly() ? told : `${sum('changes').toLocaleString('en')} marks`;
    for (const id of ['previous', 'next']) find(id).disabled = unsure === 0;
  }

  function line(text, className) {
    const p = document.createElement('p');
    p.textContent = text;
    if (className) p.className = className;
    return p;
  }

  /** The manuscript of a section: its name stands above the first of them. */
  function pathOf(section) {
    const named = section.querySelector('.path');
    return named || !section.previousElementSibling
      ? named?.textContent
      : pathOf(section.previousElementSibling);
  }

  function show(mark) {
    current?.classList.remove('current');
    current = mark;
    mark.classList.add('current');
    const ins = mark.querySelector('ins') ?? mark;
    const before = ins.previousSibling;
    const typed = before?.nodeName === 'DEL' ? before.textContent : ins.textContent;
    const { place, other } = mark.dataset;
    const first = mark.closest('[data-line]');
    const path = pathOf(mark.closest('section'));
    const where = place ?? [path, first && `line ${first.dataset.line}`].filter(Boolean).join(', ');
    const rule = ins.className.replaceAll('-', ' ').replace(' current', '');
    const sure = `${mark.matches('.unsure') ? 'unsure, ' : ''}${ins.dataset.sure} %`;
    card.replaceChildren(
      line(ins.textContent.trim() || '\u2423', 'glyph'),
      line(`Reads ${described(ins.textContent)}${other ? `, or ${other}` : ''}`),
      line(typed === ins.textContent ? 'Left as typed' : `Typed ${described(typed)}`),
      line([rule, sure, where].filter(Boolean).join(' \u00B7 '), 'facts'),
    );
    card.hidden = false;
    tell();
  }

  function hide() {
    current?.classList.remove('current');
    current = undefined;
    card.hidden = true;
    tell();
  }

  /** Goes to the mark after or before the current one, else to the first from the top of the screen on. */
  function step(by, selector) {
    const all = marksOf(selector);
    if (all.length === 0) return;
    const from = current ?? [...book.children].find((one) => one.getBoundingClientRect().bottom > 80);
    const isBehind = (mark) => from.compareDocumentPosition(mark) & Node.DOCUMENT_POSITION_FOLLOWING;
    const next = all.findIndex(isBehind);
    const before = (next < 0 ? all.length : next) - (all.includes(current) ? 2 : 1);
    const mark = all.at(by > 0 ? Math.max(next, 0) : before);
    if (!mark.matches('.unsure')) mark.tabIndex = -1;
    mark.focus({ preventScroll: true });
    mark.scrollIntoView({ block: 'center' });
    // Sections on the way have their true height only now.
    requestAnimationFrame(() => mark.scrollIntoView({ block: 'center' }));
  }

  const markOf = (target) => {
    const mark = target.closest?.('.unsure, ins');
    return mark && book.contains(mark) ? (mark.closest('.unsure') ?? mark) : undefined;
  };

  find('previous').addEventListener('click', () => step(-1, '.unsure'));
  find('next').addEventListener('click', () => step(1, '.unsure'));
  book.addEventListener('click', ({ target }) => {
    const mark = markOf(target);
    if (mark && (mark.matches('.unsure') || !isUnsureOnly())) show(mark);
  });
  book.addEventListener('focusin', ({ target }) => {
    const mark = markOf(target);
    if (mark) show(mark);
  });
  document.addEventListener('change', () => {
    current?.scrollIntoView({ block: 'center' });
    tell();
  });
  // The preview has put another edition in the place of the text.
  document.addEventListener('octavo-renewed', () => (current?.isConnected === false ? hide() : tell()));
  document.addEventListener('keydown', (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.key === 'Escape') hide();
    else if ((event.key === 'Enter' || event.key === ' ') && event.target.matches('.unsure')) {
      event.preventDefault();
      show(event.target);
    } else if (/^[np]$/i.test(event.key) && find('keys').checked) {
      step(/n/i.test(event.key) ? 1 : -1, event.shiftKey && !isUnsureOnly() ? 'ins' : '.unsure');
    }
  });
  tell();
})();
