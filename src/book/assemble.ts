/** Manuscripts → a book: sections in reading order, the pages that the build adds, metadata. */
import type { Heading, Nodes, Parents } from 'mdast';
import { warning, type Result } from '../diagnostics.js';
import { keptWith } from '../memo.js';
import { uniqueSlugs } from '../text/slug.js';
import type { Book, Locale, Message, ParsedBook, Section } from '../types.js';
import { kindOf, rankOf } from './kinds.js';
import { metadataOf, type AssembleOptions } from './metadata.js';
import { fromOutline } from './outline.js';
import { numberSections } from './numbering.js';
import { colophon, credits, filled, halfTitle, imprint, page, titlePage } from './pages.js';
import { fromFile, fromFolder, type Draft } from './sections.js';
import { withoutSharedHeading } from './same-heading.js';
import { headingTree, textTree } from './single.js';

export type { AssembleOptions };

/**
 * Puts a book together. Kinds that the author numbered or listed stand where they were put; the others stand
 * where their kind does. The book's language must already be that of `locale`.
 */
export function assemble(given: ParsedBook, locale: Locale, options: AssembleOptions = {}): Result<Book> {
  const apart = given.single ? given : withoutSharedHeading(given.manuscripts);
  const book = { ...given, manuscripts: [...apart.manuscripts] };
  const { title, heading, drafts, messages } = sectionsOf(book, locale);
  if (heading && isWords(heading)) book.front = { ...book.front, title: headingTree(heading) };
  const { value: metadata, messages: said } = metadataOf(book, title, options);
  const own = arrange([...drafts, ...frontPages(book, drafts)]);
  const clashes = nameSections(own, book);
  const numbered = numberSections(own, book, locale);
  bookNotes(
    book,
    own.map(({ section }) => section),
  );
  const notes = book.meta.notes ?? 'book';
  const { citations = 'author-date' } = book.meta;
  const noting: Nodes['type'][] = [
    'footnoteReference',
    ...(citations === 'notes' ? ['citation' as const] : []),
  ];
  const noted = notes === 'book' && own.some(({ section }) => hasNode(section, ...noting));
  const indexed = own.some(({ section }) => hasNode(section, 'indexMark'));
  const cites =
    book.meta.bibliography !== undefined &&
    own.some(({ section }) => hasNode(section, 'citation')) &&
    !own.some(({ section }) => some(section.tree, isList));
  const sections = own
    .flatMap((draft) => [...storyDedication(book, draft), draft.section])
    .filter(({ kind }) => (kind.kind !== 'endnotes' || noted) && (kind.kind !== 'index' || indexed));
  const has = (kind: string) => sections.some((section) => section.kind.kind === kind);

  const front = [
    book.meta.cover !== false &&
      !has('cover') &&
      page('cover', book, { title: locale.terms.cover ?? 'Cover' }),
    !!book.meta['half-title'] && !has('half-title') && halfTitle(book, metadata),
    !has('title-page') && titlePage(book, metadata, locale),
    !has('imprint') && imprint(book, metadata, locale),
  ];
  const back = [
    cites && !has('bibliography') && filled('bibliography', book, locale.terms['bibliography']),
    noted && !has('endnotes') && filled('endnotes', book, locale.terms.notes),
    indexed && !has('index') && filled('index', book, locale.terms['index']),
    !has('credits') && credits(book, sections, locale),
    book.meta.colophon !== false && !has('colophon') && colophon(book, metadata, locale),
  ];
  const all = back
    .filter(isSection)
    .reduce(insertBehind, withContents([...front, ...sections].filter(isSection), book, locale));
  return {
    value: {
      path: book.path,
      root: book.root,
      metadata,
      locale,
      tocDepth: typeof book.meta.toc === 'object' ? book.meta.toc.depth : 1,
      ...coverOf(book),
      notes,
      citations,
      sections: identified(all),
    },
    messages: [
      ...('messages' in apart ? apart.messages : []),
      ...messages,
      ...said,
      ...clashes,
      ...numbered,
      ...emptyParts(sections),
    ],
  };
}

/** Whether a heading can stand on the title page too: without notes, pictures and anchors, which stand once. */
const isWords = ({ children }: Pick<Parents, 'children'>): boolean =>
  children.every((node) => {
    if (node.type === 'emphasis' || node.type === 'strong') return isWords(node);
    return node.type === 'text' || node.type === 'break' || node.type === 'inlineCode';
  });

/** The sections that a book's files make, and the title that they give it. */
function sectionsOf(
  book: ParsedBook,
  locale: Locale,
): { title?: string; heading?: Heading; drafts: Draft[]; messages: Message[] } {
  const [first] = book.manuscripts;
  if (book.single && first) return fromFile(book, first);
  return first?.listed ? fromOutline(book, locale) : fromFolder(book, locale);
}

/** The blocks of a book's sections that keep their lines: a dedication's, an epigraph's. */
export const linedBlocks = (book: ParsedBook, locale: Locale): ReadonlySet<Nodes> =>
  new Set(
    sectionsOf(book, locale).drafts.flatMap(({ section }) =>
      section.kind.lined ? section.tree.children : [],
    ),
  );

/** The image that the author gives, and where it is given. */
function coverOf({ meta, metaPath, places }: ParsedBook): Pick<Book, 'cover'> {
  if (typeof meta.cover !== 'string') return {};
  const place = places?.cover;
  return { cover: { url: asUrl(meta.cover), path: metaPath, ...(place ? { place } : {}) } };
}

/** A path as a relative URL: what ends a path or escapes in URLs is escaped (RFC 3986, 3.3). */
const asUrl = (path: string): string =>
  path.replaceAll(/[%?#]/gu, (mark) => `%${mark.charCodeAt(0).toString(16).toUpperCase()}`);

/** The summary, the note and the tags in the book's own front matter stand before its first text and after its last. */
function bookNotes(
  { front: { summary, noteBefore, noteAfter, tags } }: ParsedBook,
  sections: readonly Section[],
): void {
  const texts = sections.filter(({ kind }) => kind.partition === 'bodymatter' && kind.kind !== 'part');
  const [first] = texts;
  const last = texts.at(-1);
  if (first)
    first.front = { ...(summary ? { summary } : {}), ...(noteBefore ? { noteBefore } : {}), ...first.front };
  if (last) last.front = { ...(noteAfter ? { noteAfter } : {}), ...(tags ? { tags } : {}), ...last.front };
}

/** Puts a page of the back behind everything that its kind follows. */
function insertBehind(sections: readonly Section[], made: Section): Section[] {
  const last = sections.findLastIndex(
    ({ kind }) => kind.partition !== 'backmatter' || rankOf(kind) <= rankOf(made.kind),
  );
  return [...sections.slice(0, last + 1), made, ...sections.slice(last + 1)];
}

/** Parts that hold nothing: their page would announce what does not come. */
function emptyParts(sections: readonly Section[]): Message[] {
  const holders = new Set(sections.map(({ part }) => part));
  return sections
    .filter(({ kind, id }) => kind.kind === 'part' && !holders.has(id))
    .map(({ title, path, heading }) =>
      warning('book:empty-part', `The part \`${title ?? ''}\` has no chapters`, {
        path,
        place: heading?.children[0]?.position?.start,
        hint: 'Put its chapters into its folder, or after its file. Its page stays in the book.',
      }),
    );
}

const isSection = (value: Section | false | undefined): value is Section => typeof value === 'object';

/** The pages that the book's own front matter gives, unless a file of their kind is there. */
const frontPages = (book: ParsedBook, drafts: readonly Draft[]): Draft[] =>
  (['dedication', 'epigraph'] as const).flatMap((kind) => {
    const tree = book.front[kind];
    const there = drafts.some(({ section }) => section.kind.kind === kind);
    return tree && !there ? [{ section: page(kind, book, { tree }), placed: false }] : [];
  });

/**
 * Sections whose kind places them, merged among those that the author placed: one of the front stands before the
 * first placed section whose kind comes after its own.
 */
function arrange(drafts: readonly Draft[]): Draft[] {
  const rank = ({ section }: Draft): number => rankOf(section.kind);
  const chapter = rankOf(kindOf('chapter'));
  const placed = drafts.filter((draft) => draft.placed);
  const free = drafts.filter((draft) => !draft.placed).sort((a, b) => rank(a) - rank(b));
  const firstOf = (draft: Draft): number => {
    const index = placed.findIndex((other) => rank(other) > rank(draft));
    return index < 0 ? placed.length : index;
  };
  const before = free.filter((draft) => rank(draft) < chapter);
  const merged = placed.flatMap((draft, index) => [...before.filter((one) => firstOf(one) === index), draft]);
  const last = before.filter((one) => firstOf(one) === placed.length);
  return [...merged, ...last, ...free.filter((draft) => rank(draft) >= chapter)];
}

/** Gives each section its id and its part; two files that ask for one id are a message. */
function nameSections(drafts: readonly Draft[], book: ParsedBook): Message[] {
  const unique = uniqueSlugs();
  const messages: Message[] = [];
  const firsts = new Map<string, string>();
  for (const { section } of drafts) {
    const wanted = section.id;
    section.id = unique(wanted);
    const first = firsts.get(wanted);
    if (first === undefined) firsts.set(wanted, section.path);
    else if (!book.single && section.path !== first) {
      messages.push(
        warning(
          'book:same-slug',
          `Two sections have the name \`${wanted}\`; this one becomes \`${section.id}\``,
          {
            path: section.path,
            hint: `\`${first}\` has the name already. Rename one of the files, so that bookmarks stay with their chapter.`,
          },
        ),
      );
    }
  }
  const ids = new Map(
    drafts.flatMap(({ key, section }) => (key === undefined ? [] : [[key, section.id] as const])),
  );
  for (const { holder, section } of drafts) {
    const part = holder === undefined ? undefined : ids.get(holder);
    if (part !== undefined) section.part = part;
  }
  return messages;
}

/** A story's own dedication: a page before the story. */
function storyDedication(book: ParsedBook, { section }: Draft): Section[] {
  const tree = book.manuscripts.find((manuscript) => manuscript.rel === section.rel)?.front.dedication;
  if (book.single || !tree) return [];
  const { path, rel } = section;
  const part = section.part === undefined ? {} : { part: section.part };
  const language = section.language === undefined ? {} : { language: section.language };
  return [
    page('dedication', book, {
      id: `${section.id}-dedication`,
      story: section.id,
      path,
      rel,
      tree,
      ...part,
      ...language,
    }),
  ];
}

/** Whether a section holds a node of one of these types. */
const hasNode = (section: Section, ...types: Nodes['type'][]): boolean =>
  [
    ...[section.tree, section.heading, ...Object.values(section.front)],
    ...(section.continued ?? []).map(({ tree }) => tree),
  ].some(
    (tree) =>
      tree !== undefined &&
      keptWith(`has ${types.join()}`, tree, [], () => some(tree, ({ type }) => types.includes(type))),
  );

const some = (node: Nodes, test: (node: Nodes) => boolean): boolean =>
  test(node) || ('children' in node && node.children.some((child) => some(child, test)));

const isList = (node: Nodes): boolean => node.type === 'containerDirective' && node.name === 'refs';

/** The contents page behind the opening pages, where there are two entries or more to list. */
function withContents(sections: Section[], book: ParsedBook, locale: Locale): Section[] {
  const entries = sections.filter((section) => section.toc && section.title !== undefined).length;
  if (book.meta.toc === false) return sections.filter(({ kind }) => kind.kind !== 'contents');
  if (sections.some(({ kind }) => kind.kind === 'contents')) return sections;
  if (book.meta.toc === undefined && entries < 2) return sections;
  const contents = rankOf(kindOf('contents'));
  const start = sections.findIndex(
    (section) => section.story !== undefined || rankOf(section.kind) > contents,
  );
  const cut = start < 0 ? sections.length : start;
  const title = locale.terms.contents ?? 'Contents';
  return [
    ...sections.slice(0, cut),
    page('contents', book, { title, heading: textTree(title) }),
    ...sections.slice(cut),
  ];
}

/** Ids of generated pages must not meet those of the author's files, or of one another. */
function identified(sections: Section[]): Section[] {
  const taken = new Set(sections.filter((section) => section.rel !== '').map((section) => section.id));
  return sections.map((section) => {
    let { id } = section;
    if (section.rel !== '') return section;
    while (taken.has(id)) id = `${id}-page`;
    taken.add(id);
    return id === section.id ? section : { ...section, id };
  });
}
