/** The result of a tool's reader. */
import type { Result } from '../../diagnostics.js';
import type { Folder, Layout, Listed } from '../../types.js';
import { isOfRepository } from '../../config/repository.js';
import type { Line } from './lines.js';
import type { Metadata } from './meta.js';
import type { Remarks } from './remarks.js';

/** A folder as a tool's reader sees it. */
export interface Site {
  folder: Folder;
  /** Every file of the folder. */
  files: ReadonlySet<string>;
  remarks: Remarks;
  /** Files that stand in others. */
  included: Set<string>;
  /** A file's text, or messages that say why there is none. */
  text: (rel: string) => Promise<Result<string | undefined>>;
  /** Whether a name is that of a page of the front or the back, such as `dedication`. */
  isPage: (name: string) => boolean;
}

/** A text of the book that is being rewritten. */
export interface Source {
  rel: string;
  /** For messages. */
  path: string;
}

/** The lines of a text with a tool's marks as Octavo's, or what is wrong with them. */
type Dialect = (lines: Line[], source: Source) => Promise<Result<Line[]>> | Result<Line[]>;

/** A folder read: its order, its metadata, and what its marks become. */
export interface Plan extends Pick<Layout, 'split' | 'anchors' | 'images' | 'metaPath'> {
  /** What the folder is, after "The folder". */
  found: string;
  /** What differs from a book that the tool itself makes, in sentences. */
  differs: string;
  metadata: Metadata;
  listed: readonly Listed[];
  /** The texts that ought to be listed, and the list's path for messages. */
  texts?: { files: readonly string[]; list: string };
  dialect?: Dialect;
}

/** Reads a folder that was laid out for a tool. */
export type Reader = (site: Site) => Promise<Result<Plan>>;

/** A path in the folder as messages show it. */
export const shown = ({ folder }: Site, rel: string): string =>
  folder.path === '.' ? rel : `${folder.path}/${rel}`;

/** The files that are texts below a folder (`` for all), in the order of their paths. */
export const textsIn = ({ files }: Site, base: string): string[] =>
  [...files].filter(
    (file) =>
      (base === '' || file.startsWith(`${base}/`)) &&
      /\.(?:md|markdown)$/i.test(file) &&
      !isOfRepository(file.slice(file.lastIndexOf('/') + 1)),
  );
