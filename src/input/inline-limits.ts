/** Bounds on the marks within a paragraph: how many, how deep in one another, and HTML that nothing closes. */

/** Something beyond its bound. */
export interface Excess {
  offset: number;
  /** What there is: "1200 quotes". */
  what: string;
  most: number | string;
  hint: string;
}

/** The most marks of emphasis, links and HTML in a paragraph: no page of a book has one in a hundred of these. */
const MAX_MARKS = 20_000;
/** How deep marks may stand in one another without being counted. */
const MAX_DEPTH = 100;
/** The most marks that close deeper than that. */
const MAX_DEEP = 500;
/** The most marks that those which may close something make the parser look back at: 2800 of them, at worst. */
const MAX_LOOKED = 4_000_000;
/** The most characters that unclosed HTML may make the parser read again. */
const MAX_REREAD = 10_000_000;

/** A paragraph's end, which an item of a list is as well, a mark in it, or one that a backslash makes itself. */
const MARKS = /\\[^\s\w]|\n[ \t]*\n|\n {0,3}[-+*] (?=\S)|[*_]+|\[|\]|<(?:\?|!\[CDATA\[|!--|!)?|~+|`+|&/gi;
const IS_WORD = /[\p{L}\p{N}]/u;

/** What ends each kind of HTML that is no tag. */
const ENDS: Readonly<Record<string, string>> = { '<?': '?>', '<![cdata[': ']]>', '<!--': '-->', '<!': '>' };

/** What one paragraph has so far. */
interface Tally {
  marks: number;
  emphasis: number;
  /** Marks of emphasis that stay open, by what closes them. */
  open: Map<string, number>;
  brackets: number;
  deep: number;
  reread: number;
  /** Marks looked back at for one that opens. */
  looked: number;
}

const nothing = (): Tally => ({
  marks: 0,
  emphasis: 0,
  open: new Map(),
  brackets: 0,
  deep: 0,
  reread: 0,
  looked: 0,
});

/** The first mark that takes its paragraph beyond a bound. */
export function inlineExcess(text: string): Excess | undefined {
  let tally = nothing();
  for (const { 0: mark, index: offset } of text.matchAll(MARKS)) {
    if (mark.startsWith('\n')) {
      tally = nothing();
      continue;
    }
    if (mark.startsWith('\\')) continue;
    count(mark, offset, text, tally);
    const excess = BOUNDS.find(({ key, most }) => tally[key] > most);
    if (excess) return { offset, what: excess.what, most: excess.shown ?? excess.most, hint: excess.hint };
  }
  return undefined;
}

interface Bound {
  key: 'marks' | 'deep' | 'looked' | 'reread';
  most: number;
  /** The bound in words, where what is counted says nothing to an author. */
  shown?: string;
  what: string;
  hint: string;
}

const BOUNDS: readonly Bound[] = [
  {
    key: 'marks',
    most: MAX_MARKS,
    what: 'This paragraph has too many marks such as `*` and `[`',
    hint: 'Put an empty line between paragraphs, or a backslash before each mark that is meant as itself.',
  },
  {
    key: 'deep',
    most: MAX_DEEP,
    what: `Too much emphasis or too many links stand over ${MAX_DEPTH} deep in one another`,
    hint: 'Put a backslash before each mark that is meant as itself.',
  },
  {
    key: 'looked',
    most: MAX_LOOKED,
    shown: 'a few thousand',
    what: 'This paragraph has too many marks such as `word*` and `[word]`',
    hint: 'Put an empty line between paragraphs, or a backslash before each mark that is meant as itself.',
  },
  {
    key: 'reread',
    most: MAX_REREAD,
    what: 'This file has too many characters of HTML that nothing closes',
    hint: 'Close each `<!--` and `<?`, or write `\\<` for the sign itself.',
  },
];

function count(mark: string, offset: number, text: string, tally: Tally): void {
  tally.marks += 1;
  if (mark === '[') tally.brackets += 1;
  else if (mark === ']') {
    // Brackets that are no link become text again, each with all that follows it moved.
    tally.looked += tally.marks;
    tally.brackets = closed(tally, tally.brackets, 1);
  } else if (Object.hasOwn(ENDS, mark.toLowerCase())) tally.reread += lengthOf(mark, offset, text);
  else if (/^[*_~]/.test(mark)) countEmphasis(mark, offset, text, tally);
}

/**
 * A run between spaces is no mark, one that only a space stands before opens, every other may close. The parser looks
 * for its opener through all marks before it: far, where it has none, and where it could open as well and so fit none.
 */
function countEmphasis(mark: string, offset: number, text: string, tally: Tally): void {
  const before = text[offset - 1] ?? ' ';
  const after = text[offset + mark.length] ?? ' ';
  const opens = /\s/.test(before) || (!IS_WORD.test(before) && IS_WORD.test(after));
  // Tildes close as many as themselves alone.
  const kind = mark.startsWith('~') ? mark : mark.charAt(0);
  const own = tally.open.get(kind) ?? 0;
  if (opens && !/\s/.test(after)) {
    tally.emphasis += mark.length;
    tally.open.set(kind, own + mark.length);
  }
  if (opens) return;
  const isBoth = !/\s/.test(after) && IS_WORD.test(before) === IS_WORD.test(after);
  if (own === 0 || isBoth) tally.looked += tally.marks;
  tally.emphasis = closed(tally, tally.emphasis, mark.length);
  tally.open.set(kind, Math.max(0, own - mark.length));
}

/** How many marks stay open after `length` of `open` closed; notes those that closed too deep. */
function closed(tally: Tally, open: number, length: number): number {
  const left = Math.max(0, open - length);
  tally.deep += Math.max(0, open - Math.max(left, MAX_DEPTH));
  return left;
}

/** How far the parser looks for the end of HTML that is no tag. */
function lengthOf(mark: string, offset: number, text: string): number {
  const stop = text.indexOf('\n\n', offset);
  const rest = text.slice(offset, stop < 0 ? text.length : stop);
  const end = rest.indexOf(ENDS[mark.toLowerCase()] ?? '>');
  return end < 0 ? rest.length : end;
}
