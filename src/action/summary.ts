/** The page of the run: the books, their files and the messages about them, as Markdown. */
import type { Message } from '../types.js';
import { messagesOf, versionOf, type Report, type ReportBook, type ReportFile } from './report.js';

/** How high a cover is shown, in pixels. */
const COVER = 160;
/** Characters of a title or a message that the page shows. */
const QUOTED = 200;
/** GitHub takes 1 MiB from a step, and nothing of a summary that is larger. Characters may have four bytes. */
const LONGEST = 250_000;

/** The text, no longer than the page shows one. */
const escaped = (text: string): string => {
  const letters = Array.from(text.replace(/[\p{Cc}\s]+/gu, ' ').trim());
  return whole(letters.length > QUOTED ? `${letters.slice(0, QUOTED).join('')}…` : letters.join(''));
};

/** ASCII punctuation as references: to Markdown and HTML, in a table or not, the text is text. */
const whole = (text: string): string =>
  text.replace(/[!-/:-@[-`{-~]/g, (mark) => `&#${String(mark.charCodeAt(0))};`);

const row = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;

/** `'text'` aligns left, `'number'` right; without rows there is no table. */
const table = (columns: Readonly<Record<string, 'text' | 'number'>>, rows: string[][]): string[] =>
  rows.length === 0
    ? []
    : [
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
  const name = books.length === 1 ? escaped(books[0]?.title ?? '') : `${String(books.length || 'No')} books`;
  const lines = [
    `## ${[name, escaped(versionOf(report))].filter(Boolean).join(', ')}`,
    '',
    ...(attached ? [attachedLine(attached), ''] : []),
    ...covers(books),
    ...table(
      { book: 'text', words: 'number', sections: 'number', 'unsure marks': 'number', messages: 'number' },
      books.map(bookRow),
    ),
    ...table({ file: 'text', size: 'number', 'SHA-256': 'text' }, files.map(fileRow)),
    ...(files.length > 0 ? [] : ['Nothing is released.', '']),
    ...(books.some(({ unsure }) => unsure > 0)
      ? ['`octavo proof` shows each unsure mark, and how to settle it.', '']
      : []),
    ...table({ '': 'text', where: 'text', what: 'text' }, messages.map(messageRow)),
    escaped(report.generator),
    '',
  ];
  return within(lines);
}

const attachedLine = ({ url, isDraft }: NonNullable<Report['attached']>): string =>
  `${isDraft ? 'Waiting as a draft of' : 'Attached to'} <a href="${whole(url)}">the release</a>.`;

const bookRow = ({ title, version, words, sections, unsure, messages }: ReportBook): string[] => [
  [escaped(title), version === undefined ? '' : `(${escaped(version)})`].filter(Boolean).join(' '),
  words.toLocaleString('en'),
  String(sections),
  String(unsure),
  String(messages.filter(({ severity }) => severity !== 'info').length),
];

/** The covers in a line, each with the way to its book; before a release they have no address to be shown from. */
function covers(books: readonly ReportBook[]): string[] {
  const pictures = books.flatMap(({ cover, files: [file], title }) =>
    cover?.url === undefined || file?.url === undefined
      ? []
      : [
          `<a href="${whole(file.url)}"><img src="${whole(cover.url)}" height="${String(COVER)}" alt="${escaped(title)}"></a>`,
        ],
  );
  return pictures.length > 0 ? [pictures.join(' '), ''] : [];
}

const fileRow = ({ name, size, sha256, url }: ReportFile): string[] => [
  url === undefined ? escaped(name) : `<a href="${whole(url)}">${escaped(name)}</a>`,
  `${(size / 1000).toLocaleString('en', { maximumFractionDigits: 0 })} kB`,
  `\`${sha256}\``,
];

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
