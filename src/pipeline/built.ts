/** What a build has made. */
import type { Format } from '../config/formats.js';
import type { MadeFacts } from './making.js';

/** An ebook in `dist/`. */
export interface BuiltFile {
  format: Format;
  /** Relative to `cwd`. */
  file: string;
  /** False where the file held these bytes already. */
  changed: boolean;
  /** In bytes. */
  size: number;
}

/** What became of a book. */
export interface BuiltBook extends MadeFacts {
  /** What was written, a file a format; none where the book could not be made. */
  files: BuiltFile[];
  /** Present where nothing that it is made of changed, so that it was not made again. */
  unchanged?: true;
}
