// A source of the fuzz: read, decided and proved in memory as `octavo import` does it; what it gives must build.
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { zipSync } from 'fflate';
import { diceFor } from './dice.mjs';
import { EXAMPLES } from './examples.mjs';
import { html } from './html.mjs';
import { blocks, mutated } from './markdown.mjs';
import { ROOT } from '../octavo.mjs';

const FIXTURES = join(ROOT, 'tests/import/fixtures');
const TIME = new Date(1980, 0, 1);

/** Messages that say that a letter would be lost, or that a reader fell: faults of Octavo's. */
const OURS = /^import:(?:lost|fault)$|^octavo:fault$/;

/** The texts of a fixture: one, or the parts of an archive. */
function fixtures() {
  return readdirSync(FIXTURES)
    .sort()
    .flatMap((name) => {
      const folder = join(FIXTURES, name);
      const names = readdirSync(folder, { recursive: true, encoding: 'utf8' })
        .filter((file) => /^(?:input|parts)/.test(file) && statSync(join(folder, file)).isFile())
        .sort();
      const parts = names
        .filter((file) => file.startsWith('parts'))
        .map((file) => [file.slice(6), readFileSync(join(folder, file))]);
      const inputs = names
        .filter((file) => file.startsWith('input'))
        .map((file) => [file, readFileSync(join(folder, file))]);
      return [...inputs.map((input) => [input]), ...(parts.length > 0 ? [parts] : [])];
    });
}

const isText = (name) => /\.(?:xhtml|html?|xml|opf|ncx|rels|txt|md|rtf|css)$|mimetype$/.test(name);
const decode = (bytes) => new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes);
const encode = (text) => new TextEncoder().encode(text);

/** Bytes with some of them changed, cut or doubled. */
function torn(dice, bytes) {
  const copy = Uint8Array.from(bytes);
  for (let left = dice.below(6); left > 0; left -= 1) copy[dice.below(copy.length)] = dice.below(256);
  return dice.chance(0.2) ? copy.subarray(0, dice.below(copy.length)) : copy;
}

/** The files of a case: one text, or the parts of an archive with some of them damaged. */
function filesOf(dice, sources) {
  const files = dice.one(sources);
  const other = () => decode(dice.one(sources)[0][1]);
  dice.allow(60);
  if (files.length === 1) {
    const [[name, bytes]] = files;
    if (!isText(name)) return [[name, torn(dice, bytes)]];
    const text = dice.weighted([
      [6, () => mutated(dice, decode(bytes).slice(0, 30_000), other())],
      [1, () => mutated(dice, decode(bytes).slice(0, 30_000), html(dice, 3, blocks))],
      [
        1,
        () =>
          /html/.test(name)
            ? `<html><body>${html(dice, 4, blocks)}${html(dice, 4, blocks)}</body></html>`
            : blocks(dice, 2),
      ],
      [0.5, () => mutated(dice, dice.one(EXAMPLES), other())],
    ])();
    return [[name, dice.chance(0.1) ? torn(dice, encode(text)) : encode(text)]];
  }
  const damaged = dice.below(files.length);
  return files.map(([name, bytes], index) =>
    index === damaged || dice.chance(0.1)
      ? [name, isText(name) ? encode(mutated(dice, decode(bytes), html(dice, 3, blocks))) : torn(dice, bytes)]
      : [name, bytes],
  );
}

/** The source that `octavo import` would be given. */
function sourceOf(files) {
  if (files.length === 1) {
    const [[name, bytes]] = files;
    return { path: name, name, bytes };
  }
  const order = [...files].sort(([a], [b]) => Number(b === 'mimetype') - Number(a === 'mimetype'));
  const name = files.some(([file]) => file === 'mimetype') ? 'input.epub' : 'input.docx';
  return { path: name, name, bytes: zipSync(Object.fromEntries(order), { mtime: TIME }) };
}

export async function importTrial({ planImport, runStages, splitFront }, folder) {
  const sources = fixtures();
  const counts = { imported: 0, stories: 0 };

  async function faults(files) {
    try {
      const { stories, messages } = await planImport([sourceOf(files)]);
      const found = messages.filter(({ id }) => OURS.test(id)).map(({ id, reason }) => `${id} ${reason}`);
      if (stories.length > 0) counts.imported += 1;
      for (const { text } of stories) {
        counts.stories += 1;
        // What begins like front matter may be the text's own: a rule, and a line with a colon.
        const front = splitFront(text, 'm.md');
        const own = front.value.yaml && text.startsWith('---\n') ? text.slice(4) : `---\n${text}`;
        const bytes = encode(`---\ncover: false\nfonts: false\n${own}`);
        const book = {
          name: 'm',
          path: 'm.md',
          root: folder,
          single: true,
          files: [{ path: 'm.md', rel: 'm.md', bytes }],
        };
        const built = await runStages(book, { changes: false });
        found.push(
          ...[...front.messages, ...built.messages]
            .filter(({ id, fatal }) => fatal || /^conform:/.test(id))
            .map(({ id, reason }) => `built ${id} ${reason}`),
        );
      }
      return found;
    } catch (fault) {
      return [`throws ${fault.stack ?? fault}`];
    }
  }

  return {
    make: (seed, index) => filesOf(diceFor(seed, index), sources),
    files: (files) => files.map(([name, bytes]) => [name, decode(bytes)]),
    faults,
    late: () => [],
    // What is no text would not be the same from its letters.
    again: (made, files) =>
      faults(
        files.map(([name, text]) => [
          name,
          isText(name) ? encode(text) : made.find(([other]) => other === name)[1],
        ]),
      ),
    said: () => `${counts.imported} sources imported as ${counts.stories} stories`,
    close: () => undefined,
  };
}
