/** Manuscripts → sections: the kind, the title and the heading of each. */
import type { Heading } from 'mdast';
import { didYouMean } from '../config/nearest.js';
import { error, warning } from '../diagnostics.js';
import { slug } from '../text/slug.js';
import { plainTitle } from '../text/titles.js';
import type { Locale, Manuscript, Message, ParsedBook, Section, SectionKind } from '../types.js';
import { askable, kindCalled, kindNamed, kindOf } from './kinds.js';
import { emptyPage, isEmpty } from './empty.js';
import { oneLine } from './metadata.js';
import { fileName } from './names.js';
import { page } from './pages.js';
import { titled } from './titled.js';
import { headingTree, splitFile, textTree, type Piece } from './single.js';

/** A section and what its place in the book follows from. */
export interface Draft {
  section: Section;
  /** The folder or part that holds it, as a key; none at the top. */
  holder?: string;
  /** The key by which others name it as their holder: a part's. */
  key?: string;
  /** True where the file's number or the author's list says where it stands. */
  placed: boolean;
}

/** The sections of a book in a single file, in its order. */
export function fromFile(
  book: ParsedBook,
  manuscript: Manuscript,
): { title?: string; heading?: Heading; drafts: Draft[]; messages: Message[] } {
  const { title: heading, pieces } = splitFile(manuscript, book.meta.title !== undefined);
  const drafts = pieces.map((piece, index): Draft => {
    const holder = piece.parts.at(-1);
    const section = pieceSection(book, manuscript, piece);
    return {
      section,
      placed: true,
      ...(piece.part ? { key: String(index) } : {}),
      ...(holder === undefined || section.kind.partition === 'backmatter' ? {} : { holder: String(holder) }),
    };
  });
  const title = plainTitle(heading);
  return { ...(heading && title ? { title, heading } : {}), drafts, messages: [] };
}

function pieceSection(book: ParsedBook, manuscript: Manuscript, piece: Piece): Section {
  const title = plainTitle(piece.heading);
  const kind = piece.part ? kindOf('part') : (kindNamed(slug(title)) ?? kindOf('chapter'));
  return page(kind.kind, book, {
    id: title === '' ? 'opening' : idFor(title, kind),
    path: manuscript.path,
    rel: manuscript.rel,
    tree: { type: 'root', children: [...wordless(piece.heading, title), ...piece.children] },
    ...(piece.heading && title !== '' ? { title, heading: headingTree(piece.heading) } : {}),
  });
}

/** A heading that names nothing, such as a picture without a description, stays in the text. */
const wordless = (heading: Heading | undefined, title: string): Heading[] =>
  heading && title === '' && heading.children.length > 0 ? [heading] : [];

/** A bare number makes a poor file name: `iv` becomes `chapter-iv`. */
const idFor = (title: string, kind: SectionKind): string => {
  const name = slug(title);
  return /^(?:\d+|[ivxlcdm]+|.)$/u.test(name) ? `${kind.kind}-${name}` : name;
};

/** The sections of a book in a folder, in the order of its manuscripts. */
export function fromFolder(
  book: ParsedBook,
  locale: Locale,
): { title?: string; drafts: Draft[]; messages: Message[] } {
  const messages: Message[] = [];
  const listed = book.meta.chapters !== undefined;
  const drafts: Draft[] = [];
  const folders = new Set<string>();
  /** The part among the files of the book's own folder that holds those after it. */
  let open: string | undefined;
  for (const manuscript of book.manuscripts) {
    const folder = manuscript.rel.includes('/')
      ? manuscript.rel.slice(0, manuscript.rel.indexOf('/'))
      : undefined;
    const { kind, message } = kindFor(manuscript);
    if (message) messages.push(message);
    const holdsFolder = folder !== undefined && kind.kind === 'part';
    if (folder !== undefined && !folders.has(folder)) {
      folders.add(folder);
      if (!holdsFolder) drafts.push(folderPart(book, folder, manuscript.spoken?.split('/')[0]));
    }
    const placed =
      (listed && !manuscript.unlisted) ||
      kind.kind === 'chapter' ||
      folder !== undefined ||
      manuscript.meta.weight !== undefined ||
      fileName(manuscript.rel).number !== undefined;
    if (manuscript.unlisted && isUnclear(manuscript, kind))
      messages.push(unlisted(manuscript, book.metaPath));
    const section = manuscriptSection(book, manuscript, kind, locale);
    if (kind.untitled && isEmpty(section)) {
      messages.push(emptyPage(section));
      continue;
    }
    if (holdsFolder) section.id = fileName(folder).slug;
    if (kind.filled) messages.push(...textLeftOut(manuscript, section));
    if (kind.kind === 'part') open = folder === undefined ? manuscript.rel : undefined;
    else if (folder !== undefined || !kind.inPart) open = undefined;
    drafts.push({ section, placed, ...holding(kind, folder ?? open) });
  }
  return { drafts, messages };
}

/** Whether neither its kind nor its name says where a text stands. */
const isUnclear = ({ rel, meta }: Manuscript, { kind }: SectionKind): boolean =>
  kind === 'chapter' && meta.weight === undefined && fileName(rel).number === undefined;

const unlisted = ({ path, rel }: Manuscript, listPath: string): Message =>
  warning('chapters:unlisted', `\`${rel}\` is not in \`chapters\`, and stands where its name puts it`, {
    path,
    hint: `Name it in \`chapters\` in \`${listPath}\`, begin its name with a number, or mark it with \`draft: true\`.`,
  });

/** A part names itself as holder, what stands in it names the part. */
const holding = (kind: SectionKind, part: string | undefined): Pick<Draft, 'key' | 'holder'> => {
  if (part === undefined) return {};
  return kind.kind === 'part' ? { key: part } : { holder: part };
};

/** Says that the text of a page which the build fills is not printed, and takes it out. */
function textLeftOut(manuscript: Manuscript, section: Section): Message[] {
  const [first] = section.tree.children;
  section.tree = { type: 'root', children: [] };
  section.rel = '';
  if (!first) return [];
  return [
    warning(
      'book:filled-page',
      `The build fills the page \`${section.kind.kind}\`; the text in its file was left out`,
      {
        path: manuscript.path,
        place: first.position?.start,
        hint: 'Leave the heading alone there, and give the text a file of its own.',
      },
    ),
  ];
}

function folderPart(book: ParsedBook, folder: string, spoken = folder): Draft {
  const name = fileName(folder);
  const title = fileName(spoken).title || folder;
  const section = page('part', book, { id: name.slug, rel: folder, title, heading: textTree(title) });
  return { section, key: folder, placed: true };
}

/** The kind that a manuscript's front matter or its file's name says. */
export function kindFor(manuscript: Manuscript): { kind: SectionKind; message?: Message } {
  const { slug: name } = fileName(manuscript.rel);
  const asked = manuscript.meta.kind;
  const byName = kindNamed(name) ?? kindOf('chapter');
  if (asked === undefined) return { kind: byName };
  const kind = kindCalled(asked);
  if (kind) return { kind };
  const kinds = askable().map((row) => row.kind);
  return {
    kind: byName,
    message: error('book:unknown-kind', `There is no kind of page \`${asked}\`; there are ${list(kinds)}`, {
      path: manuscript.path,
      place: manuscript.places?.kind,
      hint: 'Leave `kind` out for a chapter.',
      ...didYouMean(asked, kinds),
    }),
  };
}

const list = (values: readonly string[]): string => values.map((value) => `\`${value}\``).join(', ');

/** A manuscript as a section of a kind. */
export function manuscriptSection(
  book: ParsedBook,
  manuscript: Manuscript,
  kind: SectionKind,
  locale: Locale,
): Section {
  const { meta, front } = manuscript;
  const { title, heading, tree } = titled(manuscript, kind, locale);
  const authors = (meta.authors ?? []).filter(
    (person) => !(book.meta.authors?.length === 1 && book.meta.authors[0]?.name === person.name),
  );
  return {
    id: fileName(manuscript.rel).slug,
    kind,
    ...(title === undefined ? {} : { title }),
    ...(meta.subtitle === undefined ? {} : { subtitle: oneLine(meta.subtitle) }),
    ...(front.subtitle ? { titles: { subtitle: front.subtitle } } : {}),
    ...(meta.language === undefined ? {} : { language: meta.language }),
    authors,
    toc: meta.toc ?? kind.toc,
    path: manuscript.path,
    rel: manuscript.rel,
    tree,
    ...(heading ? { heading } : {}),
    front: pickFront(front),
    data: published(meta),
  };
}

/** Where and when a text came out first, and whose it is. */
const published = ({ source, date, rights }: Manuscript['meta']): Section['data'] => ({
  ...(source === undefined ? {} : { source }),
  ...(date === undefined ? {} : { date }),
  ...(rights === undefined ? {} : { rights }),
});

const pickFront = ({
  epigraph,
  summary,
  noteBefore,
  noteAfter,
  tags,
}: Manuscript['front']): Section['front'] => ({
  ...(epigraph ? { epigraph } : {}),
  ...(summary ? { summary } : {}),
  ...(noteBefore ? { noteBefore } : {}),
  ...(noteAfter ? { noteAfter } : {}),
  ...(tags ? { tags } : {}),
});
