// A book of the fuzz: built, read strictly, proved against its manuscripts, and now and then given to EPUBCheck.
import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { bookOf, raw } from './books.mjs';
import { diceFor } from './dice.mjs';
import { EXAMPLES } from './examples.mjs';
import { faultsOf } from './inspect.mjs';
import { openJudge } from './judge.mjs';
import { picturesIn } from './pictures.mjs';
import { FIXTURES, ROOT } from '../octavo.mjs';

/** Messages that tell of a fault of Octavo's, not of the author's. */
const OURS = /^(?:conform|proof|epubcheck):|^octavo:fault$/;

/** Manuscripts that are damaged: the project's documentation, samples and fixtures, and those of a folder `more`. */
function examples(more) {
  const folders = ['docs', 'manuscripts', 'tests/compose/fixtures'].map((name) => join(ROOT, name));
  const files = [...folders, FIXTURES, ...(more ? [more] : [])].flatMap((folder) =>
    readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .filter((name) => name.endsWith('.md'))
      .sort()
      .map((name) => readFileSync(join(folder, name), 'utf8')),
  );
  return [...EXAMPLES, ...EXAMPLES, ...files];
}

/** Books that wait for EPUBCheck. */
const WAITING = 8;

/** Whether a case is one of this share of them. */
const isEach = (index, share) => share > 0 && index % Math.round(1 / share) === 0;

export async function bookTrial(subject, folder, { seed, more, ...shares }) {
  const { epub, expectedText, printedFiles, proveText, readTemplates, runStages, withSpans } = subject;
  const [templates, texts, root] = [await readTemplates(), examples(more), picturesIn(folder, seed)];
  const judge = shares.judge > 0 ? openJudge() : undefined;
  const counts = { manuscripts: 0, built: 0, judged: 0, proved: 0 };
  const asked = new Set();
  let verdicts = [];

  async function findings(bytes) {
    counts.judged += 1;
    const path = join(folder, `judged-${counts.judged}.epub`);
    writeFileSync(path, bytes);
    const lines = await judge.ask(path);
    rmSync(path);
    return lines.map((line) => `epubcheck ${line.replace(path, '')}`);
  }

  /** Has a book judged while the next ones are made; a few at most wait for it. */
  async function judgedLater(bytes, made) {
    const verdict = findings(bytes).then((faults) => {
      asked.delete(verdict);
      if (faults.length > 0) verdicts.push([made, faults]);
    });
    asked.add(verdict);
    if (asked.size >= WAITING) await Promise.race(asked);
  }

  async function faults(book, { judged, proved, kobo }, made) {
    try {
      const stages = await runStages(book, { changes: false });
      const { messages, package: packed, parsed, typeset } = stages;
      const found = messages.filter(({ id }) => OURS.test(id)).map(({ id, reason }) => `${id} ${reason}`);
      if (!packed || messages.some(({ fatal }) => fatal)) return found;
      counts.built += 1;
      counts.manuscripts += book.files.length;
      const files = await printedFiles(packed, templates);
      found.push(...faultsOf(files));
      if (kobo) {
        const marked = files.map(({ name, bytes }) => ({
          name,
          bytes: name.endsWith('.xhtml') ? Buffer.from(withSpans(new TextDecoder().decode(bytes))) : bytes,
        }));
        found.push(...faultsOf(marked).map((fault) => `kepub ${fault}`));
      }
      if (!judged && !proved) return found;
      const bytes = await epub.write(packed, templates);
      if (proved) {
        counts.proved += 1;
        found.push(
          ...proveText(expectedText(parsed, typeset), bytes).map(({ id, reason }) => `${id} ${reason}`),
        );
      }
      if (judged && judge) {
        if (made) await judgedLater(bytes, made);
        else found.push(...(await findings(bytes)));
      }
      return found;
    } catch (fault) {
      return [`throws ${fault.stack ?? fault}`];
    }
  }

  const textsOf = (book) =>
    book.files.map(({ rel, bytes }) => [rel, new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes)]);
  const looks = (index) => ({
    judged: isEach(index, shares.judge),
    proved: isEach(index, shares.prove),
    kobo: index % 5 === 0,
  });
  return {
    make: (seed, index) => ({ book: bookOf(diceFor(seed, index), texts, root), index }),
    files: ({ book }) => textsOf(book),
    faults: (made) => faults(made.book, looks(made.index), made),
    /** The cases in which EPUBCheck has found something since it was asked last, or in the end. */
    async late(isEnd) {
      if (isEnd) await Promise.all(asked);
      const found = verdicts;
      verdicts = [];
      return found.map(([made, late]) => [made, made.index, late]);
    },
    // A book made small keeps the lines that spare it a cover and fonts: they cost more than all the rest. It is looked
    // at as closely as the fault needs, no closer.
    again: ({ book }, files, fault) =>
      files.some(([, text]) => text.includes('fonts: false'))
        ? faults(raw(root, book.single, files), {
            judged: fault.startsWith('epubcheck '),
            proved: fault.startsWith('proof:'),
            kobo: fault.startsWith('kepub '),
          })
        : [],
    said: () =>
      `${counts.manuscripts} manuscripts built as ${counts.built} books, ${counts.proved} of them proved, ${counts.judged} read by EPUBCheck`,
    close: () => judge?.close(),
  };
}
