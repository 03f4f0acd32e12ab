/** Manuscripts in the places that another tool's list gives them. */
import { posix } from 'node:path';
import type { Heading, RootContent } from 'mdast';
import { toString } from 'mdast-util-to-string';
import { slug, uniqueSlugs } from '../../text/slug.js';
import type { Layout, Listed, Manuscript } from '../../types.js';
import { settleLinks } from './links.js';

/** The manuscripts in the order of the list, with its parts as pages of their own, their links as Octavo's. */
export function inLayout(manuscripts: readonly Manuscript[], layout: Layout): Manuscript[] {
  settleLinks(manuscripts, layout);
  const files = new Map(manuscripts.map((one) => [one.rel, one]));
  const holders = new Map(layout.outline.map(({ key, holder }) => [key, holder]));
  const present = new Set(
    layout.outline.flatMap(({ key, rel }) => (rel === undefined || files.has(rel) ? key : [])),
  );
  const placed = layout.outline.flatMap((listed): Manuscript[] => {
    const { holder, ...own } = listed;
    const above = nearestHolder(holder, holders, present);
    const place = above === undefined ? own : { ...own, holder: above };
    if (listed.rel === undefined) return [partPage(place, layout)];
    const manuscript = files.get(listed.rel);
    return manuscript ? [{ ...manuscript, listed: place }] : [];
  });
  return layout.split ? split(placed) : placed;
}

/** The one above that is in the book: a file that was left out hands on what stands below it. */
function nearestHolder(
  holder: string | undefined,
  holders: ReadonlyMap<string, string | undefined>,
  present: ReadonlySet<string>,
): string | undefined {
  let above = holder;
  while (above !== undefined && !present.has(above)) above = holders.get(above);
  return above;
}

/** The page of a part that has no file. */
function partPage(listed: Listed, { metaPath }: Layout): Manuscript {
  const title = listed.title ?? '';
  return {
    path: metaPath,
    rel: `${listed.key} ${title}`,
    meta: { title, kind: 'part' },
    front: {},
    tree: { type: 'root', children: [] },
    listed,
  };
}

/** Each manuscript cut at its top-level headings; a heading with nothing under it holds those that follow. */
function split(manuscripts: readonly Manuscript[]): Manuscript[] {
  const unique = uniqueSlugs();
  const pieces = manuscripts.flatMap(cut);
  // One heading alone in its file is a page that is empty yet; two are the parts of a book.
  const isDivided = pieces.filter(({ heading, alone }) => alone && heading && !isOfBack(heading)).length > 1;
  const keys = new Map<string, string>();
  return pieces.map(({ manuscript, heading, alone }, index) => {
    const { listed } = manuscript;
    if (!listed) return manuscript;
    const { holder, ...own } = listed;
    const next = pieces[index + 1];
    const holds = alone && next !== undefined && (next.manuscript.rel === manuscript.rel || isDivided);
    const isPart =
      heading !== undefined &&
      (hasClass(heading, 'part') ||
        (holds && !isOfBack(heading)) ||
        (alone && next !== undefined && isCalledPart(heading, manuscript.rel)));
    const id = unique(listed.id);
    if (!keys.has(listed.key)) keys.set(listed.key, id);
    const held = holder === undefined ? {} : { holder: keys.get(holder) ?? holder };
    return {
      ...manuscript,
      listed: { ...own, ...held, id, key: id, ...(isPart ? { kind: 'part' as const, open: true } : {}) },
    };
  });
}

/** Pages that pandoc or a later run fills, and that hold nothing: `# References`. */
const isOfBack = (heading: Heading): boolean =>
  /^(?:references|bibliography|works-cited|sources|literature|further-reading|index|notes|endnotes|glossary|bibliographie|literatur(?:verzeichnis)?|quellen|referenzen|references-bibliographiques|bibliografia|referencias|referencias-bibliograficas|riferimenti|literatura|indice|register)$/.test(
    slug(toString(heading)),
  );

/** What divides a book, in its title or in the name of its file. */
const isCalledPart = (heading: Heading, rel: string): boolean =>
  [toString(heading), posix.basename(rel)].some((name) =>
    /^(?:\d+-)?(?:part|book|volume|act|section|teil|buch|band|partie|livre|tome|parte|libro|livro|tom|czesc|cast|del|deel|osa|resz)(?:-|$)/.test(
      slug(name.replace(/\.[a-z]+$/i, '')),
    ),
  );

interface Piece {
  manuscript: Manuscript;
  heading?: Heading;
  /** Whether nothing stands under the heading. */
  alone: boolean;
}

/** Nodes that print nothing. */
const SILENT = new Set(['definition', 'footnoteDefinition', 'html']);

function cut(manuscript: Manuscript): Piece[] {
  const runs: RootContent[][] = [[]];
  for (const node of manuscript.tree.children) {
    if (isTop(node) && runs.at(-1)?.some((one) => !SILENT.has(one.type))) runs.push([]);
    runs.at(-1)?.push(node);
  }
  return runs.map((children) => {
    const heading = children.find(isTop);
    const title = heading ? toString(heading) : '';
    const { listed, meta } = manuscript;
    const id = runs.length > 1 && title !== '' ? named(slug(title)) : listed?.id;
    // What a file's front matter says holds for a file of one text alone.
    return {
      manuscript: {
        ...manuscript,
        meta: runs.length > 1 ? {} : meta,
        tree: { type: 'root', children },
        ...(listed ? { listed: { ...listed, ...(id === undefined ? {} : { id }) } } : {}),
      },
      ...(heading ? { heading } : {}),
      alone: children.every((node) => node === heading || SILENT.has(node.type)),
    };
  });
}

const isTop = (node: RootContent): node is Heading => node.type === 'heading' && node.depth === 1;

const hasClass = ({ data }: Heading, name: string): boolean =>
  (data?.attributes?.['class'] ?? '').split(' ').includes(name);

/** A bare number makes a poor file name. */
const named = (name: string): string => (/^(?:\d+|[ivxlcdm]+)$/.test(name) ? `chapter-${name}` : name);
