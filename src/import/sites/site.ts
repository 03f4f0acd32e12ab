/** What a site puts round a story, as data: a file a site. */

/** Where a form stands: before a story, after it, or on either side. */
export type Edge = 'head' | 'tail' | 'both';

/** A form of line, compared with a whole line. What it names (`author`, `title`) the line says of the story. */
export interface Row {
  /** `site:form`. */
  id: string;
  edge: Edge;
  /** Whether a story may hold such a line too: it counts for little alone. */
  weak?: true;
  /** Whether the story begins right after it. */
  opens?: true;
  /** Whether everything after it to the end of the file is the readers' (comments, advertisements). */
  gate?: true;
  /** Whether a gate needs another sure line of a site's below it. */
  followed?: true;
  /** Whether a gate opens only what little stands at the very end. */
  last?: true;
  /** Whether a gate needs no more than a line of its site right above it, and that it does. */
  under?: true;
  /** Whether a gate names the page's title (`of`), which has to stand on the page. */
  of?: true;
  /** Whether the site puts it into the middle of a story too. */
  inside?: true;
  form: RegExp;
}

/** What lines that no form knows are, in the order that a site has them in. */
export type Place = 'author' | 'title' | 'summary';

export interface Site {
  /** The first half of its rows' ids. */
  name: string;
  rows: readonly Row[];
  /** Its order, where that is not a title alone. */
  places?: readonly Place[];
  /** A title and its writer as it has them in one line. */
  together?: RegExp;
  /** What it puts before a title in the same line. */
  flair?: RegExp;
}

/** A form of several whole lines, whatever their case. */
export const words = (...lines: string[]): RegExp => new RegExp(`^(?:${lines.join('|')})$`, 'iu');

/** A number as sites count: `977`, `2.6K`, `1,204`. */
export const COUNT = String.raw`\d[\d,.]*[KMk]?`;
