/**
 * What one of EPUBCheck's messages means for an author.
 *
 * `{it}` in `reason` and `hint` stands for what the message is about (a file, a property, a value), in
 * backticks; where the validator does not name it, `it` of the row takes its place.
 */
export interface Row {
  /** Only for messages in these words; its first group, where it has one, is what the message is about. */
  when?: RegExp;
  /** What is the matter, in a sentence without a final stop. */
  reason: string;
  hint: string;
  it?: string;
}

/** Rows by EPUBCheck's id; where an id has several, the first that fits counts. */
export type Words = Readonly<Record<string, Row | readonly Row[]>>;

export const MADE_ELSEWHERE =
  'If Octavo made this book, this is a fault of Octavo: please report it with the manuscript. ' +
  'Otherwise correct it with the program that made it.';
