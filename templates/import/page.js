/* The page of an import: from line to line, what each was read as and why, and what its author says that it is. */
(() => {
  const find = (id) => document.getElementById(id);
  const data = JSON.parse(find('data').textContent);
  const lines = [...document.querySelectorAll('.line')];
  const places = new Map(lines.map((line, at) => [line, at]));
  const unsure = lines.filter(({ dataset }) => dataset.maybe);
  const choices = [...document.querySelectorAll('.choices button')];
  const panel = find('panel');
  const narrow = matchMedia('(max-width: 71.99rem)');
  let current;
  let isKept = true;

  const wordsOf = (is) => data.words[is] ?? data.words['note-before'];
  const isOpen = ({ dataset }) => dataset.maybe !== undefined && dataset.answer === undefined;
  const answered = () => lines.filter(({ dataset }) => dataset.answer !== undefined);

  function element(name, text, className) {
    const made = document.createElement(name);
    made.textContent = text;
    if (className) made.className = className;
    return made;
  }

  /** What stands beside the class in the margin; `src/import/page/lines.ts` says it in the same words. */
  function asideOf({ answer, maybe, is, sure }) {
    if (answer !== undefined) return 'your answer';
    if (maybe !== undefined) return `${is === maybe ? 'unsure' : `or ${wordsOf(maybe)}?`} ${sure}`;
    return sure ?? '';
  }

  function label(line) {
    const button = line.querySelector('.is');
    const more = asideOf(line.dataset);
    button.replaceChildren(
      button.firstElementChild,
      element('b', wordsOf(line.dataset.is)),
      ...(more === '' ? [] : [' ', element('small', more)]),
    );
    button.tabIndex = isOpen(line) || line === current ? 0 : -1;
  }

  /** A line is of a class, or again what it was read as. */
  function put(line, answer) {
    const { dataset } = line;
    const isNothingNew = answer === dataset.read && dataset.maybe === undefined;
    if (answer === undefined || isNothingNew) delete dataset.answer;
    else dataset.answer = answer;
    dataset.is = dataset.answer ?? dataset.read;
    label(line);
  }

  /** Answers that this browser keeps, so that closing the page loses none; without a store there are none. */
  const store = {
    key: `octavo-import:${data.state}`,
    read() {
      try {
        return JSON.parse(localStorage.getItem(this.key) ?? 'null');
      } catch {
        return null;
      }
    },
    write() {
      try {
        const kept = answered().map((line) => [places.get(line), line.dataset.answer]);
        localStorage.setItem(this.key, JSON.stringify(kept));
        return true;
      } catch {
        // The page warns before it is closed.
        return false;
      }
    },
  };

  /** How many lines are unsure, which of them is the current one, and how many answers there are. */
  function tell() {
    const left = unsure.filter(isOpen).length;
    const at = unsure.indexOf(current) + 1;
    const sum = left === 0 && unsure.length > 0 ? 'all settled' : `${left} unsure`;
    const open = left < unsure.length ? `, ${left === 0 ? sum : `${left} left`}` : '';
    find('count').textContent = at > 0 ? `${at} of ${unsure.length} unsure${open}` : sum;
    const answers = answered().length;
    find('save').textContent =
      answers === 0 ? 'Save answers' : `Save ${answers} answer${answers > 1 ? 's' : ''}`;
    find('save').disabled = answers === 0;
    for (const id of ['previous', 'next']) find(id).disabled = unsure.length === 0;
  }

  function terms({ terms: listed }) {
    const rows = (listed ?? '').split('\n').filter((row) => row !== '');
    find('weighed').hidden = rows.length === 0;
    find('terms').replaceChildren(
      ...rows.flatMap((row) => {
        const [name, nats] = row.split('|');
        return [element('dt', name), element('dd', nats)];
      }),
    );
  }

  function describe() {
    for (const choice of choices) {
      choice.disabled = current === undefined;
      // A note is a note on either side of its story.
      const is = current?.dataset.is.replace('note-after', 'note-before');
      choice.setAttribute('aria-pressed', String(choice.value === is));
    }
    const [at, what, why] = [find('about').firstElementChild, find('what'), find('why')];
    if (!current) {
      at.textContent = 'No line chosen';
      what.textContent = 'Choose a line to see why it was read so, and to say what it is.';
      why.textContent = '';
      terms({});
      for (const id of ['yes', 'as-read']) find(id).hidden = true;
      return;
    }
    const { dataset } = current;
    const { read, answer, maybe, sure, line, why: reason = '' } = dataset;
    at.textContent = `Line ${line}`;
    const guess = maybe === undefined || maybe === read ? '' : `, perhaps ${wordsOf(maybe)}`;
    what.textContent =
      (answer === undefined ? '' : `${wordsOf(answer)}, you say. `) +
      `Read as ${wordsOf(read)}${guess}${sure === undefined ? '' : `, ${sure}`}.`;
    why.textContent = reason;
    terms(dataset);
    find('yes').hidden = !isOpen(current);
    find('yes').replaceChildren(element('kbd', 'y'), ` Yes, ${wordsOf(maybe)}`);
    find('as-read').hidden = answer === undefined;
  }

  function open(isShown) {
    panel.classList.toggle('shown', isShown);
    document.documentElement.classList.toggle('with-panel', isShown);
  }

  /** The line that is looked at from now on. */
  function choose(line) {
    const before = current;
    before?.classList.remove('current');
    current = line;
    if (before) label(before);
    if (line) {
      line.classList.add('current');
      label(line);
    }
    open(line !== undefined);
    describe();
    tell();
  }

  function go(line) {
    if (!line) return;
    line.querySelector('.is').focus({ preventScroll: true });
    choose(line);
    const show = () => line.scrollIntoView({ block: narrow.matches ? 'start' : 'center' });
    show();
    // Sections on the way have their true height only now.
    requestAnimationFrame(show);
  }

  const isShown = (line) => line.getClientRects().length > 0;

  /** The next line of some, after the current one or from the top of the screen on; round to the other end. */
  function step(by, some) {
    const shown = some.filter((line) => line !== current);
    if (shown.length === 0) return;
    const top = () => lines.findIndex((line) => line.getBoundingClientRect().bottom > 80);
    const from = current ? places.get(current) : Math.max(0, top()) - (by > 0 ? 0.5 : -0.5);
    const after = shown.find((line) => places.get(line) > from);
    const before = shown.findLast((line) => places.get(line) < from);
    go(by > 0 ? (after ?? shown[0]) : (before ?? shown.at(-1)));
  }

  function neighbour(by) {
    if (!current) return step(by, lines.filter(isShown));
    let at = places.get(current) + by;
    while (lines[at] && !isShown(lines[at])) at += by;
    return go(lines[at]);
  }

  /** The unsure lines that are still open; where none is, all that were. */
  const questions = () => (unsure.some(isOpen) ? unsure.filter(isOpen) : unsure);

  function answer(is) {
    if (!current) return;
    put(current, is);
    find('saved').hidden = true;
    isKept = store.write();
    describe();
    tell();
  }

  function save() {
    const decided = answered().map(({ dataset: { line, nth, answer: is } }) => ({
      line: Number(line),
      ...(nth === undefined ? {} : { nth: Number(nth) }),
      class: is,
    }));
    const file = { source: data.source, sha256: data.sha256, lines: decided };
    const blob = new Blob([`${JSON.stringify(file, null, 2)}\n`], { type: 'application/json' });
    const link = document.createElement('a');
    link.href = URL.createObjectURL(blob);
    link.download = data.decisions;
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
    isKept = true;
    const said = find('saved');
    said.replaceChildren(
      'Saved as ',
      element('b', data.decisions),
      ' where your browser puts downloads. Move it beside the text, then: ',
      element('code', data.command),
    );
    said.hidden = false;
  }

  find('text').addEventListener('click', ({ target }) => {
    const line = target.closest('.line');
    if (line && getSelection().isCollapsed) {
      line.querySelector('.is').focus({ preventScroll: true });
      choose(line);
    }
  });
  find('text').addEventListener('focusin', ({ target }) => {
    const line = target.closest('.line');
    if (line && line !== current && target.matches(':focus-visible')) choose(line);
  });
  for (const choice of choices) choice.addEventListener('click', () => answer(choice.value));
  find('yes').addEventListener('click', () => answer(current?.dataset.maybe));
  find('as-read').addEventListener('click', () => answer(undefined));
  find('previous').addEventListener('click', () => step(-1, questions()));
  find('next').addEventListener('click', () => step(1, questions()));
  find('save').addEventListener('click', save);
  find('close').addEventListener('click', () => {
    const line = current;
    choose(undefined);
    line?.querySelector('.is').focus({ preventScroll: true });
  });

  const KEYS = {
    n: () => step(1, questions()),
    b: () => step(-1, questions()),
    y: () => current && isOpen(current) && answer(current.dataset.maybe),
    z: () => answer(undefined),
    ArrowDown: () => neighbour(1),
    ArrowUp: () => neighbour(-1),
  };
  document.addEventListener('keydown', (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.shiftKey) return;
    if (event.key === 'Escape') return find('close').click();
    if (!find('keys').checked || event.target.matches('input[type=radio]')) return;
    const key = event.key.length === 1 ? event.key.toLowerCase() : event.key;
    const does = KEYS[key] ?? (data.letters[key] && (() => answer(data.letters[key])));
    // Without a line to leave, the arrows scroll.
    if (!does || (key.startsWith('Arrow') && !current)) return;
    event.preventDefault();
    does();
  });
  addEventListener('beforeunload', (event) => {
    if (!isKept && answered().length > 0) event.preventDefault();
  });

  for (const [at, is] of store.read() ?? []) {
    if (lines[at] && (is in data.words || is === lines[at].dataset.maybe)) put(lines[at], is);
  }
  describe();
  tell();
})();
