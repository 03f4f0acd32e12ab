// Compares typography with proofed truth. Text is reduced to its letters and digits; a mark's place is the number of
// them before it in its block. A mark is wrong where the truth has one that the output lacks or has otherwise.
const QUOTES = new Map(
  [...'"“”‘’″′«»„‚']
    .map((mark) => [mark, mark])
    .concat([
      ["'", "'"],
      ['\u02BC', '’'],
      ['`', '`'],
    ]),
);
const DASHES = new Map([...'—–‒⸺⸻…−'].map((mark) => [mark, mark]));

/** The marks that are compared, by name; each stands for what it prints. */
export const MARKS = { quotes: QUOTES, dashes: DASHES };

const WORD = /[\p{L}\p{N}]/u;

/** A block's letters and digits, and its marks by the number of these before them. */
function streamOf(block, kinds) {
  let letters = '';
  const marks = new Map();
  for (const character of block) {
    const mark = kinds.get(character);
    if (mark !== undefined) marks.set(letters.length, [...(marks.get(letters.length) ?? []), mark]);
    else if (WORD.test(character)) letters += character.toLowerCase();
  }
  return { letters, marks };
}

const streamsOf = (text, kinds) =>
  text
    .split('\n')
    .map((block) => streamOf(block, kinds))
    .filter(({ letters, marks }) => letters !== '' || marks.size > 0);

const count = (marks) => [...marks.values()].reduce((sum, some) => sum + some.length, 0);

function wrongIn(truth, output) {
  let wrong = 0;
  for (const [place, wanted] of truth) {
    const got = output.get(place) ?? [];
    wrong += wanted.filter((mark, index) => got[index] !== mark).length;
  }
  return wrong;
}

const NOTHING = { marks: 0, wrong: 0, unmatched: 0 };

/** Pairs blocks by their letters, in order. */
function scoreBlocks(truth, output, kinds) {
  const places = new Map();
  streamsOf(output, kinds).forEach(({ letters, marks }, index) => {
    places.set(letters, [...(places.get(letters) ?? []), { index, marks }]);
  });
  const total = { ...NOTHING };
  let done = -1;
  for (const { letters, marks } of streamsOf(truth, kinds)) {
    const found = places.get(letters)?.find(({ index }) => index > done);
    if (!found) {
      total.unmatched += count(marks);
      continue;
    }
    done = found.index;
    total.marks += count(marks);
    total.wrong += wrongIn(marks, found.marks);
  }
  return total;
}

/**
 * Scores an output against the truth, each a block a line. Where the output holds the truth's letters in one piece,
 * as a book with pages before and after does, it is compared as a whole, else block by block.
 *
 * @returns {{ marks: number, wrong: number, unmatched: number }} marks compared, those wrong, and those in blocks
 *   that the output lacks
 */
export function score(truth, output, kinds) {
  const wanted = streamOf(truth, kinds);
  const got = streamOf(output, kinds);
  const start = got.letters.indexOf(wanted.letters);
  if (start < 0) return scoreBlocks(truth, output, kinds);
  const marks = new Map([...got.marks].map(([place, some]) => [place - start, some]));
  return { ...NOTHING, marks: count(wanted.marks), wrong: wrongIn(wanted.marks, marks) };
}

const ENTITIES = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", nbsp: '\u00A0' };
const BLOCK = /<\/?(?:p|h[1-6]|li|div|blockquote|section|br|hr|tr|td|th|dt|dd|figcaption)\b[^>]*>/gi;

/** HTML as plain text, a block a line. */
export const textOfHtml = (html) =>
  html
    .replaceAll(/<(head|script|style|title)\b[^]*?<\/\1>/gi, '')
    .replaceAll('\n', ' ')
    .replaceAll(BLOCK, '\n')
    .replaceAll(/<[^>]*>/g, '')
    .replaceAll(/&(?:#(\d+)|#x([\da-f]+)|(\w+));/gi, (entity, decimal, hex, name) =>
      decimal || hex
        ? String.fromCodePoint(parseInt(decimal ?? hex, hex ? 16 : 10))
        : (ENTITIES[name] ?? entity),
    );
