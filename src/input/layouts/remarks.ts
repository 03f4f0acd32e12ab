/** The messages about a tool's marks: one for each kind of mark in a book, with the places. */
import { info, warning } from '../../diagnostics.js';
import type { Message, Place } from '../../types.js';

/** What a kind of finding is called, how grave it is, and the way out. */
interface Row {
  severity: 'info' | 'warning';
  reason: string;
  hint: string;
}

/** Every difference that has a message, by id. */
const ROWS = {
  'folders:config': {
    severity: 'info',
    reason: 'Octavo has no use for some settings',
    hint: 'What a book can set in Octavo is in docs/front-matter.md; it goes into a file `book.yaml` in the folder.',
  },
  'folders:draft': {
    severity: 'info',
    reason: 'Chapters that are listed without a file were left out of the book',
    hint: 'Write the file and name it in the list.',
  },
  'folders:elsewhere': {
    severity: 'info',
    reason: 'Addresses and places within chapters, where the list of chapters names them, were left out',
    hint: 'An ebook’s table of contents leads to its own chapters.',
  },
  'folders:template': {
    severity: 'warning',
    reason: 'Octavo does not run templates',
    hint: 'It stays in the text as typed. Write out what it stands for.',
  },
  'folders:tag': {
    severity: 'info',
    reason: 'Marks for pages on the web were left out',
    hint: 'The text around them stays.',
  },
  'folders:attributes': {
    severity: 'info',
    reason: 'Attributes that Octavo has no use for were left out',
    hint: 'Classes, ids and languages are kept; see docs/markup.md.',
  },
  'folders:block': {
    severity: 'info',
    reason: 'Blocks that Octavo has no style for became plain text',
    hint: 'See docs/markup.md for the blocks that it has.',
  },
  'folders:code': {
    severity: 'warning',
    reason: 'Octavo does not include a program’s file',
    hint: 'It stays in the text as typed. Copy the lines between two lines of three backticks.',
  },
  'folders:not-run': {
    severity: 'warning',
    reason: 'Octavo does not run programs, and what these would print or draw is missing from the book',
    hint: 'Their code is shown where the tool shows it. To have what they make, let the tool write Markdown first: `quarto render --to markdown`, or `knitr::knit`.',
  },
  'folders:comment': {
    severity: 'info',
    reason: 'Comments between `%%` were left out',
    hint: 'Two per cent signs that are text have a backslash before them.',
  },
  'folders:note': {
    severity: 'info',
    reason: 'Links to notes that are not in the book became their words',
    hint: 'A link leads to the chapters of the book alone.',
  },
  'folders:embed': {
    severity: 'warning',
    reason: 'Files that a book cannot show were left out',
    hint: 'A book shows pictures and embedded notes.',
  },
  'folders:command': {
    severity: 'info',
    reason: 'Commands for TeX were left out',
    hint: 'A page break stands where a chapter or a part begins.',
  },
  'folders:unlisted': {
    severity: 'info',
    reason: 'Files that the list of chapters does not name were left out of the book',
    hint: 'Name them in the list to include them.',
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
