/** What the author is told, and what a stage hands on. */

export type Severity = 'error' | 'warning' | 'info';

/** A place in a manuscript: lines and columns count from 1, as editors do. */
export interface Place {
  line: number;
  column: number;
}

/**
 * One thing to tell the author: what was found, where, and the way out.
 *
 * An `error` makes the command exit with 1. A `fatal` error means that the book could not be made whole, so
 * that nothing is written for it; without `fatal` the rest of the book is right and is written.
 */
export interface Message {
  severity: Severity;
  fatal?: boolean;
  /** Stable id, `family:rule`, e.g. `front-matter:unknown-key`. */
  id: string;
  /** One sentence without a final stop that says what is the matter, the author's words in backticks. */
  reason: string;
  /** What to do about it. */
  hint?: string;
  /** The file as the author knows it: relative to the working directory, forward slashes. */
  path?: string;
  place?: Place;
  /** Of a fault of Octavo's own: where it was thrown. */
  stack?: string;
}

/** What a stage hands on: its value, and what it has to say. */
export interface Result<T> {
  value: T;
  messages: Message[];
}
