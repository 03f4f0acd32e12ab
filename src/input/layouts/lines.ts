/** Texts as lines that know where they come from, so that messages name the author's lines. */

/** A line of a text, and its line in the file, from 1. */
export interface Line {
  text: string;
  origin: number;
}

/** The lines of a text. */
export const linesOf = (text: string): Line[] =>
  text.split('\n').map((line, index) => ({ text: line, origin: index + 1 }));

const FENCE = /^[ \t>]*(`{3,}|~{3,})(.*)$/;

/** A line, and whether it is code between fences, or one of the fences. */
export interface Marked extends Line {
  code: boolean;
  /** What stands behind the mark of an opening fence. */
  info?: string;
}

/** Whether a line may be one that holds a mark alone: the patterns for these need not read a whole paragraph. */
export const isShort = (text: string): boolean => text.length < 1000;

/** The lines with those of fenced code marked. */
export function marked(lines: readonly Line[]): Marked[] {
  let open: string | undefined;
  return lines.map((line) => {
    const [, mark = '', info = ''] = FENCE.exec(line.text) ?? [];
    if (open !== undefined) {
      if (mark.startsWith(open) && !/\S/.test(info)) open = undefined;
      return { ...line, code: true };
    }
    if (mark === '' || (mark.startsWith('`') && info.includes('`'))) return { ...line, code: false };
    open = mark;
    return { ...line, code: true, info };
  });
}

/** The lines with `rewrite` done to those that are no code: it gives the lines that stand in place of one. */
export const outsideCode = (
  lines: readonly Line[],
  rewrite: (line: Line) => string | readonly string[],
): Line[] =>
  marked(lines).flatMap(({ text, origin, code }) => {
    if (code) return [{ text, origin }];
    return [rewrite({ text, origin })].flat().map((made) => ({ text: made, origin }));
  });

/** Code in a line longer than this is not looked for. */
const LONGEST = 64 * 1024;

/** A line with `rewrite` done to what is not between backticks. */
export const outsideSpans = (text: string, rewrite: (part: string) => string): string =>
  text.includes('`') && text.length < LONGEST
    ? text
        .split(/((?<!`)(`+)(?!`).*?(?<!`)\2(?!`))/)
        // The split hands on the run of backticks too, as every third piece.
        .map((part, index) => (index % 3 === 0 ? rewrite(part) : index % 3 === 1 ? part : ''))
        .join('')
    : rewrite(text);
