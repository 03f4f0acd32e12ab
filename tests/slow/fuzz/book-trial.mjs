// A book of the fuzz: built, read strictly, proved against its manuscripts, and now and then given to EPUBCheck.
import { cpSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { bookOf, raw } from './books.mjs';
import { diceFor } from './dice.mjs';
import { EXAMPLES } from './examples.mjs';
import { faultsOf } from './inspect.mjs';
import { openJudge } from './judge.mjs';
import { FIXTURES, ROOT } from '../octavo.mjs';

/** Messages that tell of a fault of Octavo's, not of the author's. */
const OURS = /^(?:conform|proof|epubcheck):|^octavo:fault$/;

/** Manuscripts of the project that are damaged: its documentation, samples and fixtures. */
function examples() {
  const folders = ['docs', 'manuscripts', 'tests/compose/fixtures'].map((name) => join(ROOT, name));
  const files = [...folders, FIXTURES].flatMap((folder) =>
    readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .filter((name) => name.endsWith('.md'))
      .sort()
      .map((name) => readFileSync(join(folder, name), 'utf8').slice(0, 4000)),
  );
  return [...EXAMPLES, ...EXAMPLES, ...files];
}

/** A folder with the pictures that manuscripts name: whole ones, a torn one, an empty one and one that is none. */
function pictures(folder) {
  const png = readFileSync(join(ROOT, 'tests/compose/fixtures/images/img/dot.png'));
  const root = join(folder, 'root');
  mkdirSync(join(root, 'sub'), { recursive: true });
  for (const name of ['dot.png', 'a b.png', 'é.png', 'sub/dot.png']) writeFileSync(join(root, name), png);
  cpSync(join(ROOT, 'tests/compose/fixtures/images/img/draw.svg'), join(root, 'drawing.svg'));
  writeFileSync(join(root, 'torn.png'), png.subarray(0, png.length / 2));
  writeFileSync(join(root, 'empty.png'), '');
  writeFileSync(join(root, 'text.png'), 'a text');
  return root;
}

/** Whether a case is one of this share of them. */
const isEach = (index, share) => share > 0 && index % Math.round(1 / share) === 0;

export async function bookTrial(subject, folder, shares) {
  const { epub, expectedText, printedFiles, proveText, readTemplates, runStages, withSpans } = subject;
  const [templates, texts, root] = [await readTemplates(), examples(), pictures(folder)];
  const judge = shares.judge > 0 ? openJudge() : undefined;
  const counts = { built: 0, judged: 0 };

  async function faults(book, { judged, proved, kobo }) {
    try {
      const stages = await runStages(book, { changes: false });
      const { messages, package: made, parsed, typeset } = stages;
      const found = messages.filter(({ id }) => OURS.test(id)).map(({ id, reason }) => `${id} ${reason}`);
      if (!made || messages.some(({ fatal }) => fatal)) return found;
      counts.built += 1;
      const files = await printedFiles(made, templates);
      found.push(...faultsOf(files));
      if (kobo) {
        const marked = files.map(({ name, bytes }) => ({
          name,
          bytes: name.endsWith('.xhtml') ? Buffer.from(withSpans(new TextDecoder().decode(bytes))) : bytes,
        }));
        found.push(...faultsOf(marked).map((fault) => `kepub ${fault}`));
      }
      if (!judged && !proved) return found;
      const bytes = await epub.write(made, templates);
      if (proved)
        found.push(
          ...proveText(expectedText(parsed, typeset), bytes).map(({ id, reason }) => `${id} ${reason}`),
        );
      if (judged && judge) {
        counts.judged += 1;
        const path = join(folder, 'judged.epub');
        writeFileSync(path, bytes);
        found.push(...(await judge.ask(path)).map((line) => `epubcheck ${line.replace(path, '')}`));
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
    faults: ({ book, index }) => faults(book, looks(index)),
    // A book made small keeps the lines that spare it a cover and fonts: they cost more than all the rest.
    again: ({ book, index }, files) =>
      files.some(([, text]) => text.includes('fonts: false'))
        ? faults(raw(root, book.single, files), looks(index))
        : [],
    said: () => `${counts.built} books built, ${counts.judged} of them read by EPUBCheck`,
    close: () => judge?.close(),
  };
}
