/** Sources as they were read, and what people say of their lines. */
import type { Class, Decision } from './classify/decisions.js';
import type { Source } from './types.js';

/** What people say that blocks are, by path and line. */
export type Answers = ReadonlyMap<string, Class>;

/** A block of a source: what it was read as, which it is on its line, and what somebody says that it is. */
export interface ReadLine {
  decision: Decision;
  nth: number;
  answer?: Class;
}

/** A source as it was read, whatever came of it. */
export interface Reading {
  source: Source;
  format: string;
  lines: ReadLine[];
}
