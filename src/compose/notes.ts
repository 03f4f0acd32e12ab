/** Footnotes become endnotes: numbered through the book, grouped by section, linked both ways. */
import type { Element, ElementContent } from 'hast';
import type { FootnoteDefinition } from 'mdast';
import { warning } from '../diagnostics.js';
import { NO_BREAK_SPACE } from '../locales/language.js';
import { term, type Context, type Note, type Page, type Shared, type Source } from './context.js';
import { element, isElement, isNamed, text } from './elements.js';
import { hrefTo } from './links.js';

/** Notes of one section, as they are printed. */
export interface NoteGroup {
  title?: string;
  notes: { note: Note; body: ElementContent[] }[];
}

/** A reference to a note: https://www.w3.org/TR/dpub-aria-1.1/#doc-noteref */
export function noteReference(definition: FootnoteDefinition, context: Context): Element {
  const note = context.shared.notes.get(definition) ?? newNote(definition, context);
  const again = note.references.length > 0 ? `-${String(note.references.length + 1)}` : '';
  const id = context.page.uniqueId(`noteref-${String(note.number)}${again}`);
  note.references.push({ page: context.page, id });
  return element(
    'a',
    {
      className: ['noteref'],
      id,
      href: hrefTo(note.page, note.id, context),
      'epub:type': 'noteref',
      role: 'doc-noteref',
    },
    [element('sup', {}, [text(String(note.number))])],
  );
}

function newNote(definition: FootnoteDefinition, context: Context): Note {
  const { notes, notesPage } = context.shared;
  const page = notesPage ?? context.page;
  const number = (notesPage ? notes.size : notesOf(page, context)) + 1;
  const note: Note = {
    definition,
    source: context.source,
    number,
    page,
    id: page.uniqueId(`note-${String(number)}`),
    references: [],
  };
  notes.set(definition, note);
  context.newNotes.push(note);
  return note;
}

/** How many notes stand in a document already. */
const notesOf = (page: Page, { shared }: Context): number =>
  [...shared.notes.values()].filter((note) => note.page === page).length;

/** The notes of one document at its end: https://www.w3.org/TR/dpub-aria-1.1/#doc-endnotes */
export function chapterNotes({ notes }: NoteGroup, shared: Shared): Element {
  const properties = {
    className: ['note-group', 'chapter-notes'],
    'epub:type': 'endnotes',
    role: 'doc-endnotes',
  };
  const ariaLabel = term(shared, 'notes') ?? 'Notes';
  return element('section', { ...properties, ariaLabel }, [
    element('hr', { className: ['notes-rule'], ariaHidden: 'true' }),
    noteList(notes, shared),
  ]);
}

/**
 * The notes as lists, each group under its title. List items keep their own role, since `doc-endnote` is
 * deprecated: https://www.w3.org/TR/dpub-aria-1.1/#doc-endnote
 */
export const noteLists = (groups: readonly NoteGroup[], shared: Shared): Element[] =>
  groups.map(({ title, notes }) =>
    element('section', { className: ['note-group'] }, [
      ...(title === undefined ? [] : [element('h2', {}, [text(title)])]),
      noteList(notes, shared),
    ]),
  );

const noteList = (notes: NoteGroup['notes'], shared: Shared): Element =>
  element(
    'ol',
    { className: ['notes'], start: notes[0]?.note.number ?? 1 },
    notes.map(({ note, body }) => noteItem(note, body, shared)),
  );

function noteItem(note: Note, body: ElementContent[], shared: Shared): Element {
  const spaced = backLinks(note.page, note.references, String(note.number), shared);
  const last = body.findLast((node) => isElement(node));
  const inLast = isNamed(last, 'p');
  if (inLast) last.children = [...last.children, ...spaced];
  const children = inLast ? body : [...body, element('p', {}, spaced.slice(1))];
  return element('li', { id: note.id, className: ['note-item'], 'epub:type': 'endnote' }, children);
}

/** U+2191 UPWARDS ARROW: in the fonts of old readers, and never an emoji as U+21A9 is. */
const UPWARDS_ARROW = '\u2191';

/** Links from a page back to each place that led there; `what` says from where. */
export function backLinks(
  from: Page,
  places: Note['references'],
  what: string,
  shared: Shared,
): ElementContent[] {
  return places.flatMap(({ page, id }, index) => {
    const nth = places.length > 1 ? ` (${String(index + 1)})` : '';
    const link = element(
      'a',
      {
        className: ['backlink'],
        href: hrefTo(page, id, { page: from }),
        'epub:type': 'backlink',
        role: 'doc-backlink',
        ariaLabel: `${term(shared, 'backToText') ?? 'Back to the text'}, ${what}${nth}`,
      },
      [text(UPWARDS_ARROW)],
    );
    // The first arrow never stands on a line by itself.
    return [text(index === 0 ? NO_BREAK_SPACE : ' '), link];
  });
}

/** Says which notes no reference leads to, and which have the label of another: they are not printed. */
export function unusedNotes(sources: Iterable<Source>, { notes, messages }: Shared): void {
  for (const { everyFootnote, footnotes, path } of sources) {
    for (const definition of everyFootnote) {
      if (notes.has(definition)) continue;
      const label = `[^${definition.label ?? definition.identifier}]`;
      const first = footnotes.get(definition.identifier.toUpperCase());
      const place = definition.position?.start;
      messages.push(
        first && first !== definition
          ? warning('note:twice', `Two notes have the label \`${label}:\``, {
              path,
              place,
              hint: `The first, on line ${String(first.position?.start.line ?? 1)}, is printed. Give each note a label of its own.`,
            })
          : warning('note:unused', `Nothing in the text refers to the note \`${label}:\``, {
              path,
              place,
              hint: `The note is not printed. Put the reference \`${label}\` into the text; in the title of a book or the description of a picture it does not count.`,
            }),
      );
    }
  }
}
