/**
 * The lines of all sites. To add a site: its file and its row here, and a folder in `tests/import/fixtures/`.
 *
 * A row is evidence and no verdict: what a line is, the whole page says (`classify/boundaries.ts`).
 */
import { ao3 } from './ao3.js';
import { booksie } from './booksie.js';
import { deviantart } from './deviantart.js';
import { docs } from './docs.js';
import { efiction } from './efiction.js';
import { fanficfare } from './fanficfare.js';
import { ffn } from './ffnet.js';
import { fanfiktion } from './fanfiktion.js';
import { fimfiction } from './fimfiction.js';
import { forum } from './forum.js';
import { inkitt } from './inkitt.js';
import { journal } from './journal.js';
import { literotica } from './literotica.js';
import { mail } from './mail.js';
import { nav } from './nav.js';
import { novelapps } from './novelapps.js';
import { press } from './press.js';
import { proza } from './proza.js';
import { quotev } from './quotev.js';
import { reddit } from './reddit.js';
import { royalroad } from './royalroad.js';
import { scribblehub } from './scribblehub.js';
import { steps } from './steps.js';
import { syosetu } from './syosetu.js';
import { tumblr } from './tumblr.js';
import { wattpad } from './wattpad.js';
import { web } from './web.js';
import { remembered } from '../remembered.js';
import type { Place, Row, Site } from './site.js';

export type { Row, Site } from './site.js';

/** The more a site's lines are its own, the earlier it stands. */
export const SITES: readonly Site[] = [
  wattpad,
  ao3,
  ffn,
  literotica,
  royalroad,
  quotev,
  scribblehub,
  inkitt,
  deviantart,
  reddit,
  forum,
  press,
  journal,
  tumblr,
  fanficfare,
  booksie,
  efiction,
  fanfiktion,
  fimfiction,
  novelapps,
  proza,
  syosetu,
  mail,
  docs,
  steps,
  nav,
  web,
];

export const ROWS: readonly Row[] = SITES.flatMap(({ rows }) => rows);

const SURE_ROWS = ROWS.filter(({ weak }) => !weak);
const WEAK_ROWS = ROWS.filter(({ weak }) => weak);
const GATES = ROWS.filter(({ gate }) => gate);
const NAMING = GATES.filter(({ of }) => of);
const INSIDE = ROWS.filter(({ inside }) => inside);

/** The most characters of a site's line. */
const LONGEST = 400;

const isAt = (row: Row, edge: 'head' | 'tail'): boolean => row.edge === 'both' || row.edge === edge;

/** The first row of a line that stands at an edge; `line` is one line without white space round it. */
export const rowOf = (line: string, edge: 'head' | 'tail'): Row | undefined =>
  line.length > LONGEST || QUOTED.test(line) ? undefined : FIRST[edge](line);

const firstAt = (edge: 'head' | 'tail') =>
  remembered((line) => {
    const fits = (row: Row) => isAt(row, edge) && row.form.test(line);
    return SURE_ROWS.find(fits) ?? WEAK_ROWS.find(fits);
  });
const FIRST = { head: firstAt('head'), tail: firstAt('tail') };

/** The row of a line that only a site has, wherever it stands. */
export const sureRowOf = (line: string): Row | undefined =>
  line.length > LONGEST || QUOTED.test(line) ? undefined : SURE_ROWS.find(({ form }) => form.test(line));

/** No site's line begins with a quotation mark. */
const QUOTED = /^["\u201C\u2018]/;

/** The row of a line that the readers' part may begin with. */
export const gateOf = (line: string): Row | undefined => GATES.find(({ form }) => form.test(line));

/** What a line of the readers' part calls the page: `Two thoughts on \u201CThe Kiln\u201D`. */
export function namedIn(line: string): string | undefined {
  for (const { form } of NAMING) {
    const name = form.exec(line)?.groups?.['of'];
    if (name !== undefined) return name;
  }
  return undefined;
}

/** The row of a line that a site puts into the middle of a story. */
export const insideOf = (line: string): Row | undefined =>
  line.length > LONGEST || QUOTED.test(line) ? undefined : INSIDE.find(({ form }) => form.test(line));

/** The sites that have a line at an edge. */
export const sitesOf = (line: string, edge: 'head' | 'tail'): string[] =>
  line.length > LONGEST
    ? []
    : ROWS.filter((row) => isAt(row, edge) && row.form.test(line)).map(({ id }) => id.split(':')[0] ?? '');

const site = (name: string): Site | undefined => SITES.find((one) => one.name === name);

/** What a site's lines that no row knows are, in its order. */
export const placesOf = (name: string): readonly Place[] => site(name)?.places ?? ['title'];

/** A title and its writer as a site has them in one line. */
export const togetherOf = (name: string): RegExp | undefined => site(name)?.together;

/** What a site puts before a title in the same line. */
export const flairOf = (name: string): RegExp | undefined => site(name)?.flair;
