/** The page of the run: the books, their files, and what was said of them, as Markdown. */
import type { Message } from '../types.js';
import { messagesOf, versionOf, type Report, type ReportBook, type ReportFile } from './report.js';

/** Characters of a title or a message that the page shows. */
const QUOTED = 200;
/** GitHub takes 1 MiB from a step, and nothing of a summary that is larger. Characters may have four bytes. */
const LONGEST = 250_000;

/** ASCII punctuation as references: to Markdown and HTML, in a table or not, the text is text. */
const escaped = (text: string): string => {
  const letters = Array.from(text.replace(/[\p{Cc}\s]+/gu, ' ').trim());
  const told = letters.length > QUOTED ? `${letters.slice(0, QUOTED).join('')}…` : letters.join('');
  return told.replace(/[!-/:-@[-`{-~]/g, (mark) => `&#${String(mark.charCodeAt(0))};`);
};

const row = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;

/** `'text'` aligns left, `'number'` right. */
const table = (columns: Readonly<Record<string, 'text' | 'number'>>, rows: string[][]): string[] => [
  row(Object.keys(columns)),
  row(Object.values(columns).map((kind) => (kind === 'number' ? '--:' : '---'))),
  ...rows.map(row),
  '',
];

/** The summary of a release, no longer than GitHub takes. */
export function summaryOf(report: Report): string {
  const { books, attached } = report;
  const files = books.flatMap((book) => book.files);
  const messages = messagesOf(report).filter(({ severity }) => severity !== 'info');
  const name = books.length === 1 ? escaped(books[0]?.title ?? '') : `${String(books.length)} books`;
  const lines = [
    `## ${[name, escaped(versionOf(report))].filter(Boolean).join(', ')}`,
    '',
    ...(attached ? [attachedLine(attached), ''] : []),
    ...table(
      { book: 'text', words: 'number', sections: 'number', 'unsure marks': 'number', messages: 'number' },
      books.map(bookRow),
    ),
    ...(files.length > 0
      ? table(
          { file: 'text', size: 'number', 'SHA-256': 'text' },
          files.map((file) => fileRow(file, attached)),
        )
      : ['Nothing is released.', '']),
    ...(books.some(({ unsure }) => unsure > 0)
      ? ['`octavo proof` shows each unsure mark, and how to settle it.', '']
      : []),
    ...(messages.length > 0
      ? table({ '': 'text', where: 'text', what: 'text' }, messages.map(messageRow))
      : []),
    escaped(report.generator),
    '',
  ];
  return within(lines);
}

const attachedLine = ({ url, isDraft }: NonNullable<Report['attached']>): string =>
  `${isDraft ? 'Waiting as a draft of' : 'Attached to'} <a href="${escaped(url)}">the release</a>.`;

const bookRow = ({ title, version, words, sections, unsure, messages }: ReportBook): string[] => [
  [escaped(title), version === undefined ? '' : `(${escaped(version)})`].filter(Boolean).join(' '),
  words.toLocaleString('en'),
  String(sections),
  String(unsure),
  String(messages.filter(({ severity }) => severity !== 'info').length),
];

const fileRow = ({ name, size, sha256 }: ReportFile, attached: Report['attached']): string[] => {
  // The page of a release and its files have the same path but for one word; a draft's files have no address yet.
  const href = attached?.url.replace('/releases/tag/', '/releases/download/');
  const isLinked = attached && !attached.isDraft && href !== attached.url;
  const shown = isLinked
    ? `<a href="${escaped(`${String(href)}/${encodeURIComponent(name)}`)}">${escaped(name)}</a>`
    : escaped(name);
  return [shown, `${(size / 1000).toLocaleString('en', { maximumFractionDigits: 0 })} kB`, `\`${sha256}\``];
};

const messageRow = ({ severity, path, place, reason, hint, id }: Message): string[] => [
  severity,
  escaped([path, place?.line, place?.column].filter((part) => part !== undefined).join(':')),
  [escaped(reason), hint === undefined ? '' : `<br>${escaped(hint)}`, ` (${escaped(id)})`].join(''),
];

function within(lines: readonly string[]): string {
  let length = 0;
  const shown = lines.filter((line) => (length += line.length + 1) <= LONGEST);
  const rest = lines.length - shown.length;
  return [...shown, ...(rest > 0 ? [`${String(rest)} more lines are left out.`, ''] : [])].join('\n');
}
