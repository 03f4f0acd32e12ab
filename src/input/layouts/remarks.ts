/** What is said of a tool's marks: once a book and kind of mark, with the places. */
import { info, warning } from '../../diagnostics.js';
import type { Message, Place } from '../../types.js';

/** What a kind of finding is called, how grave it is, and the way out. */
interface Row {
  severity: 'info' | 'warning';
  reason: string;
  hint: string;
}

/** Every difference that is told, by id. */
const ROWS = {
  'folders:config': {
    severity: 'info',
    reason: 'Settings that Octavo has no use for are passed over',
    hint: 'What a book can say in Octavo is in docs/front-matter.md; a file `book.yaml` in the folder takes it.',
  },
  'folders:draft': {
    severity: 'info',
    reason: 'Chapters that are listed without a file are left out of the book',
    hint: 'Write the file and name it in the list.',
  },
  'folders:elsewhere': {
    severity: 'info',
    reason: 'Addresses and places within chapters, where the list of chapters names them, are left out',
    hint: 'An ebook’s contents lead to its own chapters.',
  },
  'folders:template': {
    severity: 'warning',
    reason: 'Unexpected template, expected text; Octavo runs none',
    hint: 'It stays in the text as it is typed. Write out what it stands for.',
  },
  'folders:tag': {
    severity: 'info',
    reason: 'Marks for pages on the web are left out',
    hint: 'The text round them stays.',
  },
  'folders:attributes': {
    severity: 'info',
    reason: 'Attributes that Octavo has no use for are left out',
    hint: 'Classes, ids and languages are kept; see docs/markup.md.',
  },
  'folders:block': {
    severity: 'info',
    reason: 'Blocks that Octavo has no look for stand as plain text',
    hint: 'See docs/markup.md for the blocks that it has.',
  },
  'folders:code': {
    severity: 'warning',
    reason: 'Unexpected inclusion of a program’s file, expected its text',
    hint: 'It stays in the text as it is typed. Copy the lines between two lines of three backticks.',
  },
  'folders:citation': {
    severity: 'warning',
    reason: 'Unexpected citation key, expected a note',
    hint: 'It stays in the text as it is typed. Write the source in a note: `^[Smith 2019, p. 4.]`.',
  },
  'folders:command': {
    severity: 'info',
    reason: 'Commands for TeX are left out',
    hint: 'A page break stands where a chapter or a part begins.',
  },
  'folders:unlisted': {
    severity: 'info',
    reason: 'Files that the list of chapters does not name are left out of the book',
    hint: 'Name them in the list to take them in.',
  },
} satisfies Record<string, Row>;

export type RemarkId = keyof typeof ROWS;

/** Something found: what it is, and where. */
interface Finding {
  what: string;
  path: string;
  place?: Place | undefined;
}

/** The most findings that one message names. */
const NAMED = 5;

export interface Remarks {
  /** Notes a finding; `line` counts in the file, from 1. */
  add(id: RemarkId, what: string, path: string, line?: number): void;
  /** A message for each kind of finding. */
  messages(): Message[];
}

/** A list of findings for one book. */
export function remarks(): Remarks {
  const found = new Map<RemarkId, Finding[]>();
  return {
    add(id, what, path, line) {
      const place = line === undefined ? undefined : { line, column: 1 };
      const list = found.get(id);
      if (list) list.push({ what, path, place });
      else found.set(id, [{ what, path, place }]);
    },
    messages: () => [...found].map(([id, findings]) => messageOf(id, findings)),
  };
}

const placed = (path: string, place: Place | undefined): string =>
  place ? `${path}:${String(place.line)}` : path;

function messageOf(id: RemarkId, findings: readonly Finding[]): Message {
  const { severity, reason, hint } = ROWS[id];
  const [first] = findings;
  const named = findings.slice(0, NAMED).map(({ what, path, place }, index) => {
    const where = path === first?.path ? place && `line ${String(place.line)}` : placed(path, place);
    return `\`${what}\`${index === 0 || !where ? '' : ` (${where})`}`;
  });
  const more = findings.length - named.length;
  const all = named.join(', ') + (more > 0 ? ` and ${String(more)} more` : '');
  const say = severity === 'info' ? info : warning;
  return say(id, `${reason}: ${all}`, { path: first?.path ?? '', place: first?.place, hint });
}
