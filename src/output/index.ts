/** The output formats: a Writer a row, in the order in which a book's files are written. */
import type { Writer } from '../types.js';
import { epub } from './epub/index.js';
import { kepub } from './kepub/index.js';

export const WRITERS: readonly Writer[] = [epub, kepub];
