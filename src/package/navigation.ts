/** The table of contents, the landmarks and the EPUB 2 guide. */
import type { ContentDocument, Heading, Landmark, Locale, NavItem } from '../types.js';

const byline = ({ authors }: ContentDocument): string => authors.map((author) => author.name).join(', ');

/** The documents that stand in the table of contents, each below what holds it; `depth` 1 lists titles alone. */
export function navItems(documents: readonly ContentDocument[], depth: number): NavItem[] {
  const top: NavItem[] = [];
  const holders = new Map<string, NavItem>();
  for (const document of documents) {
    if (!document.toc) continue;
    const by = byline(document);
    const item: NavItem = {
      title: document.title,
      ...(by === '' ? {} : { byline: by }),
      href: document.href,
      children: headingItems(document, depth),
    };
    const holder = document.part === undefined ? undefined : holders.get(document.part);
    holders.set(document.id, item);
    (holder && isOpen(holder, top) ? holder.children : top).push(item);
  }
  return top;
}

/** Whether an entry can still take one below it: the contents stand in the order of the book. */
function isOpen(holder: NavItem, top: readonly NavItem[]): boolean {
  let last = top.at(-1);
  while (last && last !== holder) last = last.children.at(-1);
  return last === holder;
}

/** Headings inside a document as nested items, down to the given level. */
function headingItems(document: ContentDocument, depth: number): NavItem[] {
  const root: NavItem[] = [];
  const open: { level: number; items: NavItem[] }[] = [{ level: 1, items: root }];
  const within = (heading: Heading) => heading.level > 1 && heading.level <= depth && heading.text !== '';
  for (const heading of document.headings.filter(within)) {
    while (open.length > 1 && (open.at(-1)?.level ?? 0) >= heading.level) open.pop();
    const item: NavItem = { title: heading.text, href: `${document.href}#${heading.id}`, children: [] };
    open.at(-1)?.items.push(item);
    open.push({ level: heading.level, items: item.children });
  }
  return root;
}

/** The landmarks: the first document of each kind that is one, and the place where reading starts. */
export function landmarksOf(documents: readonly ContentDocument[], terms: Locale['terms']): Landmark[] {
  const seen = new Set<string>();
  const landmarks: Landmark[] = [];
  const add = (type: string, title: string, href: string) => {
    if (seen.has(type)) return;
    seen.add(type);
    landmarks.push({ type, title, href });
  };
  const start = startOf(documents);
  for (const document of documents) {
    if (document === start) add('bodymatter', terms.start ?? document.title, document.href);
    const { epubType, landmark } = document.kind;
    if (landmark !== undefined) add(epubType, terms[landmark] ?? document.title, document.href);
  }
  return landmarks;
}

/** The first document of the text proper. */
const startOf = (documents: readonly ContentDocument[]): ContentDocument | undefined =>
  documents.find((document) => document.kind.partition === 'bodymatter') ?? documents.at(-1);

/** The guide: the first document of each kind that it knows, and `text`, at which Kindle opens a book. */
export function guideOf(documents: readonly ContentDocument[], landmarks: readonly Landmark[]): Landmark[] {
  const seen = new Set<string>();
  const start = landmarks.find(({ type }) => type === 'bodymatter');
  const references = documents.flatMap(({ kind, title, href, story }): Landmark[] => {
    const type = kind.guide;
    // A story's own dedication is not the book's.
    if (type === undefined || seen.has(type) || story !== undefined) return [];
    seen.add(type);
    return [{ type, title, href }];
  });
  return [...references, ...(start ? [{ ...start, type: 'text' }] : [])];
}
