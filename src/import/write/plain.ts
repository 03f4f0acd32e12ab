/**
 * Blocks of which it is known how Markdown reads them, so that the proof of an import need not ask the parser: one line
 * of words and of marks that mean nothing, emphasis between spaces at most.
 */

/** What a line may begin with that begins nothing. */
const FIRST = /^(?:[\p{L}"'(\u2014\u2018\u201C\u2026]|\*{1,2}[\p{L}\p{N}])/u;
/** What Markdown, or one of its extensions, may read as more than itself. */
const MARKS = /[\p{Cc}\p{Co}\\`_<>&[\]{}$^~|=+#%@]|:[\p{L}:]|\/\/|www\.|https?:/iu;
/** The longest such block, in characters. */
const LONGEST = 5000;

/** What stands right outside of a mark of emphasis, and right within: CommonMark 0.31, 6.2, has one reading of it. */
const OUTER = /[\s.,;!?"'()\u2013\u2014\u2018\u2019\u201C\u201D\u2026]/;
const INNER = /[\p{L}\p{N}]/u;
/** What may stand within before a closing mark that a space follows. */
const STOP = /[.,!?\u2026]/;

/** The text that a block of Markdown is read as; undefined where that is not known without reading it. */
export function plainText(block: string): string | undefined {
  if (block.length > LONGEST || !FIRST.test(block) || MARKS.test(block)) return undefined;
  return block.includes('*') ? withoutEmphasis(block) : block;
}

function withoutEmphasis(block: string): string | undefined {
  let text = '';
  let from = 0;
  let open = '';
  for (const { 0: run, index } of block.matchAll(/\*+/g)) {
    const [before = ' ', after = ' '] = [block[index - 1], block[index + run.length]];
    const isEnd = open !== '' && STOP.test(before) && after === ' ';
    const [outer, inner] = open === '' ? [before, after] : [after, before];
    const isSure = isEnd || (OUTER.test(outer) && INNER.test(inner));
    if (run.length > 2 || (open !== '' && open !== run) || !isSure) return undefined;
    text += block.slice(from, index);
    from = index + run.length;
    open = open === '' ? run : '';
  }
  return open === '' ? text + block.slice(from) : undefined;
}

/** What stands for a row of such blocks: a word that no text has, begun with a letter as a paragraph is. */
const STAND_IN = 'Row\uE0A0';

/** Blocks as they are proved: those whose reading is known are rows that a word stands for. */
export interface Proof {
  blocks: string[];
  /** The first of the given blocks that each stands for. */
  firsts: number[];
  /** What was read, with what the words stand for in their places. */
  whole: (read: readonly string[]) => string[];
}

/** Blocks to prove, with as few left to read as may be. */
export function proofOf(given: readonly string[]): Proof {
  const isKnown = !given.some((block) => block.includes(STAND_IN));
  const rows: string[][] = [];
  const proof: Proof = {
    blocks: [],
    firsts: [],
    whole: (read) =>
      read.flatMap((text) => (text.startsWith(STAND_IN) ? (rows[numberIn(text)] ?? [text]) : [text])),
  };
  let row: string[] | undefined;
  given.forEach((block, index) => {
    const text = isKnown ? plainText(block) : undefined;
    if (text !== undefined && row) row.push(text);
    else {
      row = text === undefined ? undefined : [text];
      if (row) rows.push(row);
      proof.blocks.push(row ? `${STAND_IN}${String(rows.length - 1)}` : block);
      proof.firsts.push(index);
    }
  });
  return proof;
}

const numberIn = (text: string): number => Number(/^\d+$/.exec(text.slice(STAND_IN.length))?.[0] ?? -1);
