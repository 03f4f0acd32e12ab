/** The sections of a book whose order another tool's list gives. */
import type { Listed, Locale, Manuscript, Message, ParsedBook, Section, SectionKind } from '../types.js';
import { kindNamed, kindOf } from './kinds.js';
import { fileName } from './names.js';
import { kindFor, manuscriptSection, type Draft } from './sections.js';

/** The sections in the order of the list, each below what the list puts it under. */
export function fromOutline(book: ParsedBook, locale: Locale): { drafts: Draft[]; messages: Message[] } {
  const messages: Message[] = [];
  /** The part that holds what follows it. */
  let open: string | undefined;
  /** The section that takes in what joins it. */
  let last: Section | undefined;
  const drafts = book.manuscripts.flatMap((manuscript): Draft[] => {
    const { listed } = manuscript;
    if (listed?.joins && last) {
      join(last, manuscript);
      return [];
    }
    if (!listed) throw new TypeError(`\`${manuscript.rel}\` is not in the list of chapters`);
    const { kind, message } = kindIn(manuscript, listed);
    if (message) messages.push(message);
    const section = manuscriptSection(book, manuscript, kind, locale);
    section.id = listed.id;
    last = section;
    if (listed.title !== undefined) section.title = listed.title;
    if (listed.open) open = listed.key;
    else if (!kind.inPart) open = undefined;
    const holder = listed.open ? undefined : (listed.holder ?? open);
    // What stands in a part stays there, and so does the part.
    const isHeld = listed.holder !== undefined || kind.kind === 'part' || kind.inPart === true;
    const placed = !listed.free || isHeld || fileName(manuscript.rel).number !== undefined;
    return [{ section, key: listed.key, placed, ...(holder === undefined ? {} : { holder }) }];
  });
  return { drafts, messages };
}

/** Lets a text go on in the document of a section, behind a scene break. */
function join(section: Section, { path, rel, tree }: Manuscript): void {
  const others = section.continued ?? [];
  const isFirst = section.tree.children.length === 0 && others.length === 0;
  const children = isFirst ? tree.children : [{ type: 'thematicBreak' as const }, ...tree.children];
  section.continued = [...others, { path, rel, tree: { ...tree, children } }];
}

/** The kind that the list or the file says; a name says one of the front or the back only at the top of the list. */
function kindIn(
  manuscript: Manuscript,
  { kind, id, holder }: Listed,
): { kind: SectionKind; message?: Message } {
  if (kind !== undefined) return { kind: kindOf(kind) };
  if (manuscript.meta.kind !== undefined) return kindFor(manuscript);
  const named = kindNamed(id);
  const isFit = named && named.kind !== 'part' && (holder === undefined || named.partition === 'bodymatter');
  return { kind: isFit ? named : kindOf('chapter') };
}
