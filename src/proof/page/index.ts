/** The proof page: a whole book as it reads after the typography, every change marked, in one file. */
import type { Nodes } from 'mdast';
import { cspHash } from '../../text/digest.js';
import type { Book, Change, FrontProse, ParsedBook } from '../../types.js';
import { NAMES } from '../characters.js';
import { locate } from '../passages.js';
import { isUnsure, summarize, type RuleCount } from '../summary.js';
import { attribute, escaped } from '../../text/markup.js';
import { unsureList } from './list.js';
import { print, type Printing } from './nodes.js';
import { toolbar } from './toolbar.js';
import { grouped } from '../../text/numbers.js';

/** A book before and after the typography, and what lies between. */
export interface Proof {
  title: string;
  parsed: ParsedBook;
  typeset: ParsedBook;
  changes: readonly Change[];
  /** The book, whose order the manuscripts are shown in; those that it does not have follow. */
  book?: Book;
}

/** The files of `templates/proof/`. */
export interface PageAssets {
  style: string;
  script: string;
}

/** What the page may load and do: nothing, but run its own script. */
export const proofPolicy = ({ script }: PageAssets): string =>
  `default-src 'none'; style-src 'unsafe-inline'; script-src ${cspHash(script)}; base-uri 'none'; form-action 'none'`;

/** The page as HTML, for a file or a frame of the preview; it loads nothing. */
export function proofPage(proof: Proof, assets: PageAssets): string {
  const { title, parsed, changes } = proof;
  const { style, script } = assets;
  // Changes are found in the manuscripts as they were read: in the same order on both sides.
  const located = locate(parsed, proof.typeset, changes);
  const typeset = inOrder(proof.typeset, proof.book);
  const printing: Printing = { located, register: { unsure: [] } };
  const text = sections(typeset, printing);
  const counts = summarize(changes);
  return `<!doctype html>
<html${attribute('lang', typeset.meta.language ?? 'en')}>
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${proofPolicy(assets)}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${escaped(title)} \u2013 proof</title>
<style>
${style}${ruleStyles(counts)}</style>
</head>
<body>
<header lang="en">
<p class="kicker">Proof of the typography</p>
<h1${attribute('lang', typeset.meta.language ?? 'en')}>${escaped(title)}</h1>
<p class="sum">${sum(changes, printing)}</p>
</header>
${toolbar(counts)}
${unsureList(printing.register.unsure)}
<main id="book">
${text}</main>
<div id="card" lang="en" role="status" aria-live="polite"${attribute('data-names', JSON.stringify(NAMES))} hidden></div>
<script>${script}</script>
</body>
</html>
`;
}

/** What was typeset, its manuscripts in the order in which the book has their first pages. */
function inOrder(typeset: ParsedBook, book: Book | undefined): ParsedBook {
  const written = book?.sections.filter(({ rel }) => rel !== '') ?? [];
  const order = [...new Set(written.map(({ path }) => path))];
  const places = new Map(order.map((path, index) => [path, index]));
  const placeOf = (path: string): number => places.get(path) ?? order.length;
  const manuscripts = [...typeset.manuscripts].sort((a, b) => placeOf(a.path) - placeOf(b.path));
  return { ...typeset, manuscripts };
}

/** The page's summary in figures: a change that was not found in the text is counted, not hidden. */
function sum(changes: readonly Change[], { located }: Printing): string {
  const unsure = changes.filter(isUnsure).length;
  const lost = located.missing.length;
  const told = [
    `${grouped(changes.length)} changes`,
    `${grouped(unsure)} unsure`,
    ...(lost > 0 ? [`${String(lost)} not found in the text`] : []),
  ];
  return told.join(' \u00B7 ');
}

/** Marks show while the box of one of their rules is ticked: no script is needed for that. */
const ruleStyles = (counts: readonly RuleCount[]): string =>
  counts
    .map(({ rule }) => {
      const off = `:root:has(#rule-${rule}:not(:checked))`;
      return (
        `${off} :is(ins,.unsure).${rule},${off} .unsure.${rule} ins{all:unset}\n` +
        `${off} del.${rule},${off} ins.${rule}:empty{display:none}\n`
      );
    })
    .join('');

const PROSE: Readonly<Record<keyof FrontProse, string>> = {
  title: 'Title',
  subtitle: 'Subtitle',
  description: 'Description',
  dedication: 'Dedication',
  epigraph: 'Epigraph',
  summary: 'Summary',
  noteBefore: 'Note before the text',
  noteAfter: 'Note after the text',
  tags: 'Tags',
};

function sections({ front, metaPath, manuscripts }: ParsedBook, printing: Printing): string {
  const opening = frontHtml(front, printing);
  return [
    opening === '' ? '' : section(metaPath, undefined, opening),
    ...manuscripts.flatMap(({ path, meta, front: own, tree }) => {
      const title = meta.title === undefined || own.title ? '' : `<h2>${escaped(meta.title)}</h2>\n`;
      const head = title + frontHtml(own, printing);
      return chunksOf(tree.children).map((chunk, index) => {
        const html = chunk.map((node) => print(node, printing)).join('');
        return index === 0
          ? section(opening !== '' && path === metaPath ? '' : path, meta.language, head + html)
          : section('', meta.language, html);
      });
    }),
  ].join('');
}

const frontHtml = (front: FrontProse, printing: Printing): string =>
  (Object.keys(PROSE) as (keyof FrontProse)[])
    .map((key) => {
      const prose = front[key];
      return prose
        ? `<div class="box"><p class="kind" lang="en">${PROSE[key]}</p>\n${print(prose, printing)}</div>\n`
        : '';
    })
    .join('');

/** Blocks in one section, at most: the browser lays out only the sections that are on the screen. */
const LONGEST = 40;

function chunksOf(nodes: readonly Nodes[]): Nodes[][] {
  const chunks: Nodes[][] = [[]];
  for (const node of nodes) {
    const last = chunks.at(-1) ?? [];
    const isFull = last.length >= LONGEST || (node.type === 'heading' && node.depth <= 2 && last.length > 0);
    if (isFull) chunks.push([node]);
    else last.push(node);
  }
  return chunks;
}

/** Characters in a line, and the height of a line and of a paragraph's margin in rem: a guess for the scroll bar. */
const MEASURE = 66;
const LINE = 1.75;

function section(path: string, language: string | undefined, html: string): string {
  if (html === '') return '';
  const length = html.replaceAll(/<[^>]*>/g, '').length;
  const height = Math.ceil((length / MEASURE) * LINE) + 4;
  const name = path === '' ? '' : `<p class="path" lang="en">${escaped(path)}</p>\n`;
  return `<section${attribute('lang', language)} style="contain-intrinsic-size:auto ${String(height)}rem">\n${name}${html}</section>\n`;
}
