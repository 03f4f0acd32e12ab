/** What is written on a cover. */
export interface Wording {
  title: string;
  subtitle: string;
  /** The names of those who wrote it, in one line. */
  authors: string;
  /** A further line: who edited it. */
  credit: string;
}

/** What a cover is drawn from. */
export interface CoverSubject extends Wording {
  theme: string;
  /** What makes the pattern the book's own. */
  identifier: string;
}
