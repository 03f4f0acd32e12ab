/** Turns a finding of a validator into a message that an author can act on. */
import { error, fatal, info, warning } from '../diagnostics.js';
import type { Message } from '../types.js';
import { rowFor, type Row } from './words/index.js';

/** What EPUBCheck said, in the form that both of its versions share. */
export interface Finding {
  /** EPUBCheck's own id, e.g. `RSC-005`. */
  id: string;
  severity: FindingSeverity;
  /** EPUBCheck's own words. */
  words: string;
  /** The file within the archive; absent where the finding is about the archive itself. */
  file?: string | undefined;
  line?: number | undefined;
  column?: number | undefined;
  /** The passage at fault, where EPUBCheck quotes it apart from its words. */
  context?: string | undefined;
}

export type FindingSeverity = 'fatal' | 'error' | 'warning' | 'info' | 'usage';

const MAKE = { fatal, error, warning, info, usage: info } as const;

const NO_ROW: Row = {
  reason: 'EPUB does not allow this ({words})',
  hint: 'These are EPUBCheck’s own words. Search the web for its id to find out more.',
};

/** Longest passage of EPUBCheck's own words that stands in a message, in characters. */
const LONGEST_QUOTE = 160;

/** The message for a finding in the EPUB at `path`; its id is EPUBCheck's with `epubcheck:` before it. */
export function messageFor(finding: Finding, path: string): Message {
  const row = rowFor(finding.id, finding.words) ?? NO_ROW;
  const line = finding.line ?? lineIn(finding.words);
  return MAKE[finding.severity](`epubcheck:${finding.id}`, fill(row.reason, row, finding), {
    hint: fill(row.hint, row, finding),
    path: finding.file === undefined ? path : `${path}/${finding.file}`,
    place: line === undefined ? undefined : { line, column: finding.column ?? 1 },
  });
}

function fill(template: string, row: Row, finding: Finding): string {
  const subject = subjectOf(row, finding);
  const it = subject === undefined ? (row.it ?? '') : `\`${subject}\``;
  return template
    .replace(' {it}', () => (it === '' ? '' : ` ${it}`))
    .replace('{words}', () => quotable(finding.words));
}

/** What a finding is about: what its row looks for, else what its words put in quotes or end with. */
function subjectOf(row: Row, { words, context }: Finding): string | undefined {
  const named = row.when?.exec(words)?.slice(1).find(Boolean);
  const quoted = /"([^"\n]+)"/.exec(words)?.[1];
  const last = /: (\S+)$/.exec(words.trim())?.[1];
  return named ?? quoted ?? last ?? (context === undefined ? undefined : withoutBase(context));
}

/** A URL as the book has it: EPUBCheck resolves against a made-up host of its own. */
const withoutBase = (url: string): string => url.replace(/^https:\/\/[^/]*\.epubcheck\.w3c\.org\//, '');

/** EPUBCheck's own words on one line, without the list of all that would have been allowed. */
function quotable(words: string): string {
  const [first = ''] = words
    .trim()
    .replace(/^(?:Fatal )?Error while parsing file: /, '')
    .split('\n');
  const short = first.replace(/; expected .*$/s, '').replace(/[.:]$/, '');
  return short.length > LONGEST_QUOTE ? `${short.slice(0, LONGEST_QUOTE)}…` : short;
}

/** The line that libxml2 names in its words alone. */
function lineIn(words: string): number | undefined {
  const line = /\bline (\d+)\b/.exec(words)?.[1];
  return line === undefined ? undefined : Number(line);
}

/** Messages without those that say the same of the same place. */
export function withoutRepeats(messages: readonly Message[]): Message[] {
  const seen = new Set<string>();
  return messages.filter(({ reason, path, place }) => {
    const key = JSON.stringify([reason, path, place]);
    return !seen.has(key) && seen.add(key);
  });
}
