/** Lines that begin with a hyphen or a dash, and what each shows of being said or being listed. */

/** A line as the one before another. */
export interface Before {
  length: number;
  isClosed: boolean;
}

/** A line that may begin a speech. */
export interface Candidate {
  /** Offset of its dash. */
  at: number;
  /** From 1. */
  line: number;
  /** A hyphen or several, or a bullet; else a literal dash or an escaped hyphen, which begin no list. */
  isHyphen: boolean;
  isRow: boolean;
  /** The length of its first word, the dash before it. */
  first: number;
  /** The text behind the dash, with the lines that go on with it. */
  text: string;
  isLower: boolean;
  /** Whether its text ends as a sentence does. */
  isClosed: boolean;
  /** Whether it asks, exclaims, breaks off or names a speaker, as no list does. */
  isSpoken: boolean;
  /** Whether it holds a link, code or another mark of documents. */
  isMarkup: boolean;
  /** Whether it stands in another item, or another in it. */
  isNested: boolean;
  /** The line right above it. */
  before?: Before;
  /** Whether the text above it, empty lines between, ends in a colon. */
  isAfterColon: boolean;
  /** Lines below it in its block that are paragraphs of their own. */
  more: number[];
  /** How many empty lines and other texts stand before it: what no list goes on across. */
  gap: number;
  isBlockStart: boolean;
  width: number;
}

/** A bullet, too: word processors make one of a hyphen at the head of a line. */
const LINE =
  /^((?:[ \t]*>[ \t]?)*)([ \t]*)(\\?-{1,3}|[\u2013-\u2015]|\u2022(?=[ \t]))(?![->\u2013-\u2015|])([ \t]*)(\S.*)$/;
const BULLET_MARK = '\u2022';
const RULE = /^[ \t]*(?:[-\u2013\u2014*_][ \t]*)+$/;
const FENCE = /^[ \t>]*(`{3,}|~{3,})/;
const BULLET = /^([ \t>]*)(?:[*+-]|\d{1,9}[.)])[ \t]/;
const CLOSED = /(?:[.!?\u2026:\u2014\u2013]|--|(?<=[\p{L}.!?] ?)-)["'\u2019\u201D\u00BB)\]*_]*\s*$/u;
const MARKUP =
  /\]\(|\]\[|`|https?:|^\[[ xX]\] |^(?:\*\*|__)[^*_]+(?:\*\*|__)\s*[:\u2013\u2014-]|\w\/[\w-]+[./]\w|^<\w|\{\{|^\[[^\]]+\]/;
const LIVELY = /[?!\u00BF\u00A1\u037E\u2026]|\.\.\./;
/** A dash behind a sentence or a comma, or leaning on the word after it. */
const ASIDE =
  /[,.!?\u2026][\u00BB\u201D"]? ?[-\u2013\u2014]{1,3} ?\p{L}| [-\u2013\u2014]{1,2}\p{Ll}|\p{L}[-\u2013\u2014]{1,2}[.,]/u;
/** A wrapped line is no shorter than this. */
const NARROWEST = 60;
/** A text with longer lines is not wrapped: each line end was meant. */
const WIDEST = 120;

/** Whether a line was ended though the next word, of so many characters, had room on it. */
export const isDeliberate = ({ length }: Before, first: number, width: number): boolean =>
  length + 1 + first <= width;

const closes = (line: string): boolean => CLOSED.test(line.slice(-12));

/** The lines of a text that may begin speeches; `says` are words by which a speaker is named. */
export function candidatesIn(text: string, says: ReadonlySet<string>): Candidate[] {
  if (!/^[ \t>]*\\?[-\u2013-\u2015\u2022]/m.test(text)) return [];
  const lines = text.split('\n');
  const longest = lines.reduce((most, { length }) => Math.max(most, length), 0);
  const width = longest > WIDEST ? Infinity : Math.max(NARROWEST, longest);
  const found: Candidate[] = [];
  let [at, gap, fence] = [0, 0, ''];
  let above: string | undefined;
  /** The depth of the least indented line in this row. */
  let shallow = Infinity;
  let open: Candidate | undefined;
  let list = false;
  lines.forEach((line, index) => {
    const start = at;
    at += line.length + 1;
    const mark = FENCE.exec(line)?.[1] ?? '';
    const isBlank = !/[^\s>]/.test(line);
    const last = index === 0 ? '' : (lines[index - 1] ?? '');
    const isBlockStart = !/[^\s>]/.test(last);
    if (fence !== '' || mark !== '') {
      if (fence === '') fence = mark;
      else if (mark.startsWith(fence)) fence = '';
      [open, above] = [undefined, line];
      gap += 1;
      return;
    }
    if (isBlank) {
      open = undefined;
      return;
    }
    const parts = RULE.test(line) ? null : LINE.exec(line);
    const [, quote = '', indent = '', dash = '', space = '', rest = ''] = parts ?? [];
    const depth = indent.replaceAll('\t', '    ').length;
    if (!parts || depth > 3) {
      if (open) goOn(open, line, last, index + 1);
      else gap += 1;
      if (parts && found.length > 0) (found.at(-1) as Candidate).isNested = true;
      if (isBlockStart || BULLET.test(line)) list = BULLET.test(line);
      above = line;
      return;
    }
    const [word = ''] = /^\S+/.exec(rest) ?? [];
    open = {
      at: start + quote.length + indent.length,
      line: index + 1,
      isHyphen: dash.startsWith('-') || dash === BULLET_MARK,
      isRow: dash.length > 1,
      first: dash.length + space.length + word.length,
      text: rest,
      isLower: /^\p{Ll}/u.test(rest),
      isClosed: closes(line),
      isSpoken: false,
      isMarkup: false,
      isNested: depth > 1 && (list || (gap === 0 && shallow < depth)),
      isAfterColon: above !== undefined && /:["\u00BB\u201D*_]*\s*$/.test(above),
      more: [],
      gap,
      isBlockStart,
      width,
      ...(isBlockStart ? {} : { before: { length: last.length, isClosed: closes(last) } }),
    };
    found.push(open);
    shallow = gap === 0 ? Math.min(shallow, depth) : depth;
    gap = 0;
    above = line;
  });
  for (const one of found) settle(one, says);
  return found;
}

/** A line right below a speech: more of it, or a paragraph of its own. */
function goOn(open: Candidate, line: string, last: string, number: number): void {
  const [word = ''] = /^\S+/.exec(line.trimStart()) ?? [];
  const before = { length: last.length, isClosed: closes(last) };
  const isOwn = before.isClosed && /^[\p{Lu}\p{N}\p{Pi}\p{Ps}"'\u00BF\u00A1\u201E]/u.test(line);
  if ((isOwn && isDeliberate(before, word.length, open.width)) || open.more.length > 0) {
    if (isOwn) open.more.push(number);
    return;
  }
  open.text += ` ${line.trim()}`;
  open.isClosed = closes(line);
}

function settle(one: Candidate, says: ReadonlySet<string>): void {
  const { text } = one;
  one.isMarkup = MARKUP.test(text);
  one.isSpoken =
    !one.isMarkup && (LIVELY.test(text) || (one.isClosed && ASIDE.test(text)) || names(text, says));
}

function names(text: string, says: ReadonlySet<string>): boolean {
  if (says.size === 0) return false;
  for (const [word] of text.toLowerCase().matchAll(/[\p{L}\p{M}'\u2019]+/gu)) if (says.has(word)) return true;
  return false;
}
