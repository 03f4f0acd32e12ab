/** Where a title may be broken, and where it breaks best. */

/** A piece that stays together, and whether a space follows it within a line. */
export interface Piece {
  text: string;
  space: boolean;
}

/** Scripts without spaces between words. */
const UNSPACED = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\u30FC]/u;
/** What never begins a line, and what never ends one: https://www.w3.org/TR/jlreq/#characters_not_starting_a_line */
const NOT_FIRST =
  /[\u3001\u3002\uFF0C\uFF0E\uFF1A\uFF1B\uFF01\uFF1F\u30FC\u3005\u300D\u300F\u3011\u3009\u300B\uFF09\u2026\u30FB\u3041\u3043\u3045\u3047\u3049\u3063\u3083\u3085\u3087\u30A1\u30A3\u30A5\u30A7\u30A9\u30C3\u30E3\u30E5\u30E7)\]!?,.:;\u201D\u2019\u00BB]/u;
const NOT_LAST = /[\u300C\u300E\u3010\u3008\u300A\uFF08([\u201C\u2018\u00AB]/u;
/** Dashes and a slash, behind which a line may end. */
const AFTER = /[-\u2010\u2013\u2014/]/u;

/** The pieces of a text: words, their parts behind a hyphen or a dash, single characters of Chinese and Japanese. */
export function pieces(text: string): Piece[] {
  const all: Piece[] = [];
  for (const word of text.split(/[ \t\n]+/u).filter((part) => part !== '')) {
    let current = '';
    for (const character of word) {
      const previous = [...current].at(-1);
      if (previous !== undefined && mayBreak(previous, character)) {
        all.push({ text: current, space: false });
        current = '';
      }
      current += character;
    }
    all.push({ text: current, space: true });
  }
  return all;
}

function mayBreak(before: string, after: string): boolean {
  if (NOT_FIRST.test(after) || NOT_LAST.test(before)) return false;
  return UNSPACED.test(before) || UNSPACED.test(after) || (AFTER.test(before) && /\p{Letter}/u.test(after));
}

/** Words that lead to the next one, and should not end a line: short ones in small letters, and common articles. */
const LEADS_ON = /^(?:\p{Lowercase_Letter}{1,3}|The|An?|Der|Die|Das|Le|La|Les|El|Los|Las|Il|Un[ae]?)$/u;

/** Japanese particles and endings are in hiragana and belong to what stands before them. */
const KANA_END = /\p{Script=Hiragana}$/u;
const KANA_START = /^\p{Script=Hiragana}/u;

/** Punctuation that a line likes to end with. */
const PAUSE = /[:;,\u2014\u2013.!?\u3001\u3002\uFF0C\uFF1A\uFF1B\uFF01\uFF1F]$/u;

/** How bad it is to end a line behind a piece. */
function badness({ text, space }: Piece, next: Piece): number {
  if (PAUSE.test(text)) return -0.3;
  if (space) return LEADS_ON.test(text) ? 0.7 : 0;
  if (KANA_START.test(next.text)) return 0.5;
  return KANA_END.test(text) ? -0.1 : 0;
}

/** A text in lines, and how badly they break: the sum of what speaks against each of the breaks. */
export interface Broken {
  lines: { text: string; width: number }[];
  badness: number;
}

/**
 * The pieces in `count` lines of about the same width, as texts with their widths; nothing where there are fewer
 * pieces than lines. `width` measures a piece or a space.
 */
export function balanced(
  all: readonly Piece[],
  count: number,
  width: (text: string) => number,
): Broken | undefined {
  if (count > all.length) return undefined;
  const space = width(' ');
  const widths = all.map(({ text }) => width(text));
  const between = (from: number, to: number) => {
    let sum = 0;
    for (let index = from; index < to; index += 1) {
      sum += (widths[index] ?? 0) + (index + 1 < to && all[index]?.space ? space : 0);
    }
    return sum;
  };
  const ideal = between(0, all.length) / count;
  const costOf = (from: number, to: number): number => {
    const over = between(from, to) / ideal - 1;
    const [last, next] = [all[to - 1], all[to]];
    return over * over * (over > 0 ? 6 : 2) + (last && next ? badness(last, next) : 0);
  };
  // best[to] after each line: the least cost of the pieces before `to` in that many lines, and where the last begins.
  let best: ({ cost: number; starts: number[] } | undefined)[] = [{ cost: 0, starts: [] }];
  for (let line = 1; line <= count; line += 1) {
    const next: typeof best = [];
    for (let to = line; to <= all.length - (count - line); to += 1) {
      for (let from = line - 1; from < to; from += 1) {
        const before = best[from];
        if (!before) continue;
        const cost = before.cost + costOf(from, to);
        // Of equal breaks the later one, so that a last line is rather short than long.
        if (cost <= (next[to]?.cost ?? Infinity)) next[to] = { cost, starts: [...before.starts, from] };
      }
    }
    best = next;
  }
  const starts = best[all.length]?.starts ?? [];
  const lines = starts.map((from, line) => {
    const to = starts[line + 1] ?? all.length;
    const text = all
      .slice(from, to)
      .map((piece, index) => piece.text + (piece.space && from + index + 1 < to ? ' ' : ''));
    return { text: text.join(''), width: between(from, to) };
  });
  const breaks = starts.slice(1).map((from) => {
    const [last, next] = [all[from - 1], all[from]];
    return last && next ? Math.max(0, badness(last, next)) : 0;
  });
  return { lines, badness: breaks.reduce((sum, value) => sum + value, 0) };
}
